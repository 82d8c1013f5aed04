// A planted fault, loaded with --require by the suite to prove that it can fail: the webhook says that a message was
// taken before it is sent, so that record and cursor run ahead of the receiver.
const { join } = require('node:path');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  const adapters = join(__dirname, '..', '..', '..', 'dist', 'libs', 'adapters', 'src');
  const { WebhookChannel } = require(join(adapters, 'webhook', 'channel', 'webhook-channel.js'));
  const deliver = WebhookChannel.prototype.deliver;
  WebhookChannel.prototype.deliver = function (...asked) {
    setTimeout(() => deliver.apply(this, asked).catch(() => undefined), 400);
    return Promise.resolve({ kind: 'taken', status: 204 });
  };
}
