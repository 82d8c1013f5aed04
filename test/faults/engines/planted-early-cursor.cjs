// A planted fault, loaded with --require by the suite to prove that it can fail: the bus says that it holds messages
// before it has sent them, so that the cursor runs ahead of the topics.
const { join } = require('node:path');
const { KafkaBus } = require(
  join(process.env.IBEX_PLANTED_IN, 'dist', 'libs', 'adapters', 'src', 'kafka', 'bus', 'kafka-bus.js'),
);
const publish = KafkaBus.prototype.publish;
KafkaBus.prototype.publish = function (messages) {
  setTimeout(() => publish.call(this, messages).catch(() => undefined), 400);
  return Promise.resolve();
};
