// A real Apache Kafka for tests, demonstrations and people without Docker: one node, loopback only, gone when stopped.
//   node deploy/local/kafka.mjs [--port 9092] [--data <folder>] [--listeners plaintext,scram] [--help]
// Prints its bootstrap servers on one line when ready. With --control it is driven by lines on stdin (start, halt, kill,
// pause, resume, grow, stop), answers each with one, prints JSON, and stops when stdin ends, so that no broker outlives its test.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startKafka } from './kafka/broker.mjs';

export { startKafka };

const HELP = `node deploy/local/kafka.mjs
  --listeners <list>   of plaintext, scram, scram-tls, oauthbearer, mtls (default: plaintext)
  --port <n>           port of the first listener (default: a free one)
  --data <folder>      keep the data here (default: a temporary folder, removed at the end)
  --user <name:pass>   a SCRAM user; repeatable
  --client <name>      a client certificate of this common name; repeatable
  --authorizer         hold access control lists
  --oauth <json>       {"jwksUrl":…,"issuer":…,"audience":…}; without it unsigned tokens are believed
  --small-disk <MiB>   a second data directory on a disk this small; the order grow makes room on it
  --advertise <l=addr> where clients of a listener are sent to, such as a proxy; repeatable
  --set <key=value>    a further server property; repeatable
  --heap <size>        default 384m
  --control            driven by stdin, prints JSON`;

const OPTIONS = {
  ...{
    listeners: { type: 'string' },
    port: { type: 'string' },
    data: { type: 'string' },
    heap: { type: 'string' },
  },
  ...{ user: { type: 'string', multiple: true }, client: { type: 'string', multiple: true } },
  ...{
    set: { type: 'string', multiple: true },
    advertise: { type: 'string', multiple: true },
    'small-disk': { type: 'string' },
    oauth: { type: 'string' },
  },
  ...{ authorizer: { type: 'boolean' }, control: { type: 'boolean' }, help: { type: 'boolean' } },
};
const pairs = (list, mark) =>
  Object.fromEntries(
    (list ?? []).map((entry) => [entry.slice(0, entry.indexOf(mark)), entry.slice(entry.indexOf(mark) + 1)]),
  );

const toOptions = (values) => {
  const listeners = (values.listeners ?? 'plaintext').split(',');
  return {
    listeners,
    ...(values.port && { ports: { [listeners[0]]: Number(values.port) } }),
    ...(values.data && { folder: values.data }),
    ...(values.heap && { heap: values.heap }),
    ...(values.client && { clients: values.client }),
    ...(values.oauth && { oauth: JSON.parse(values.oauth) }),
    ...(values['small-disk'] && { smallDiskMiB: Number(values['small-disk']) }),
    ...{
      authorizer: values.authorizer === true,
      users: pairs(values.user, ':'),
      set: pairs(values.set, '='),
      advertised: pairs(values.advertise, '='),
    },
  };
};

const say = (line) => process.stdout.write(`${line}\n`);
const described = ({ folder, certificates, smallDisk, bootstrap, pid }) =>
  JSON.stringify({ pid: pid(), folder, bootstrap, certificates, smallDisk });
const bootstrapLine = ({ bootstrap }, listeners) =>
  listeners.length === 1
    ? bootstrap[listeners[0]]
    : listeners.map((name) => `${name}=${bootstrap[name]}`).join(' ');

const obey = (broker) => {
  const orders = createInterface({ input: process.stdin });
  let turn = Promise.resolve();
  orders.on('line', (order) => {
    turn = turn.then(async () => {
      try {
        if (!['start', 'halt', 'kill', 'pause', 'resume', 'grow', 'stop'].includes(order))
          throw new Error('no such order');
        await broker[order]();
        say(JSON.stringify({ done: order, pid: broker.pid() }));
        if (order === 'stop') process.exit(0);
      } catch (fault) {
        say(JSON.stringify({ failed: order, message: fault.message }));
      }
    });
  });
  orders.on('close', () => {
    turn.then(() => broker.stop()).then(() => process.exit(0));
  });
};

const main = async () => {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) return say(HELP);
  const options = toOptions(values);
  const starting = startKafka(options);
  let stopping;
  // `on`, not `once`: a second signal while it stops must not end this script before the broker.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      stopping ??= starting.then((broker) => broker.stop()).then(() => process.exit(0));
    });
  const broker = await starting;
  say(values.control ? described(broker) : bootstrapLine(broker, options.listeners));
  if (values.control) return obey(broker);
  // Nothing left to do but to notice when the broker ends by itself.
  const watch = setInterval(() => {
    if (broker.isRunning()) return;
    clearInterval(watch);
    process.stderr.write('Kafka has ended by itself\n');
    broker.stop().then(() => process.exit(1));
  }, 500);
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  main().catch((fault) => {
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  });
