// One broker as a process of ours: formatted once, started, stopped, killed, paused; its folder goes with it.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeCertificates } from './certificates.mjs';
import { javaArguments, kafkaClasspath, writeLogConfig } from './java.mjs';
import { LISTENERS, writeProperties } from './properties.mjs';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 15_000;

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

const isListening = (port) =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const answer = (is) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });

const tailOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8').slice(-3000) : '(no server.log)');

// The broker lays out 10 MiB of index at its start, which a limit on files must let through.
const LEAST_LIMIT_MIB = 12;

/**
 * A disk that is soon full: a memory disk of its own where that may be mounted (root), else a limit on the size of each of
 * the broker's files, at which its writes fail in the same way. `grow` makes room; the broker needs a restart to see it.
 */
const smallDisk = (folder, mebibytes) => {
  mkdirSync(folder, { recursive: true });
  const size = `size=${String(mebibytes)}m`;
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'ibex-small', folder]).status === 0;
  let fileLimit = isMounted ? 'unlimited' : String(Math.max(mebibytes, LEAST_LIMIT_MIB) * 1024 * 1024);
  return {
    folder,
    limited: (command) => (isMounted ? command : ['prlimit', `--fsize=${fileLimit}:unlimited`, ...command]),
    grow: () => {
      fileLimit = 'unlimited';
      if (isMounted) spawnSync('mount', ['-o', `remount,size=${String(mebibytes * 16)}m`, folder]);
    },
    clear: () => isMounted && spawnSync('umount', ['-l', folder]),
  };
};

const settled = async (options) => {
  const listeners = options.listeners ?? ['plaintext'];
  const unknown = listeners.find((name) => !(name in LISTENERS));
  if (unknown !== undefined)
    throw new Error(`no listener ${unknown}; there are ${Object.keys(LISTENERS).join(', ')}`);
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'ibex-kafka-'));
  mkdirSync(folder, { recursive: true });
  const ports = {};
  for (const name of ['internal', 'controller', ...listeners])
    ports[name] = options.ports?.[name] ?? (await freePort());
  return { ...options, listeners, folder, ports, isTemporary: options.folder === undefined };
};

const formatArguments = (file, users) => [
  'kafka.tools.StorageTool',
  ...['format', '--ignore-formatted', '-t', randomUUID().replaceAll('-', '').slice(0, 22), '-c', file],
  ...Object.entries(users).flatMap(([name, password]) =>
    ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((how) => [
      '--add-scram',
      `${how}=[name=${name},password=${password}]`,
    ]),
  ),
];

const layOut = (options) => {
  const { folder, listeners, smallDiskMiB } = options;
  const needsTls = listeners.some((name) => name === 'mtls' || name === 'scram-tls');
  const certificates = needsTls ? makeCertificates(folder, options.clients ?? ['ibex-relay']) : undefined;
  const disk = smallDiskMiB === undefined ? undefined : smallDisk(join(folder, 'small-disk'), smallDiskMiB);
  const logDirs = [join(folder, 'data'), ...(disk === undefined ? [] : [join(disk.folder, 'data')])];
  const properties = writeProperties(folder, {
    ...options,
    ...{ certificates, logDirs: options.logDirs ?? logDirs, metadataDir: join(folder, 'metadata') },
  });
  return { certificates, disk, properties };
};

const format = (java, properties, users) => {
  const { status, stderr, stdout } = spawnSync('java', [...java, ...formatArguments(properties, users)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the broker's folder could not be prepared: ${stderr}${stdout}`);
};

const javaFor = ({ folder, heap = '384m', oauth }) =>
  javaArguments({
    ...{ classpath: kafkaClasspath(), heap, logConfig: writeLogConfig(folder) },
    // Kafka 4 fetches keys only from addresses that the operator has named.
    ...(oauth?.jwksUrl && {
      systemProperties: { 'org.apache.kafka.sasl.oauthbearer.allowed.urls': oauth.jwksUrl },
    }),
  });

/** Starts and ends the process; `child` is undefined while there is none. */
class Process {
  child;
  /** `command`: asked for at each start. */
  constructor(command, folder, ports) {
    Object.assign(this, { command, folder, ports });
  }
  isRunning() {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }
  async start() {
    if (this.isRunning()) return;
    // A group of its own: Ctrl-C in a terminal reaches this script alone, which then stops the broker in order.
    const [program, ...args] = this.command();
    const child = spawn(program, args, { stdio: 'ignore', detached: true, cwd: this.folder });
    this.child = child;
    const until = Date.now() + START_TIMEOUT_MS;
    for (const port of this.ports)
      while (!(await isListening(port))) {
        if (!this.isRunning() || Date.now() > until) {
          await this.end('SIGKILL');
          throw new Error(`Kafka did not start:\n${tailOf(join(this.folder, 'server.log'))}`);
        }
        await pause(50);
      }
  }
  async end(signal) {
    if (!this.isRunning()) return;
    const { child } = this;
    const gone = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await gone;
    clearTimeout(timer);
  }
}

/**
 * Starts a broker and answers once clients can speak to it. Options: `listeners`, `ports`, `folder` (kept; a temporary one
 * is removed), `authorizer`, `users` (SCRAM), `clients` (certificates), `oauth` ({ jwksUrl, issuer, audience }),
 * `advertised` (where clients are sent to, by listener, e.g. a proxy), `smallDiskMiB`, `logDirs`, `heap`, `set` (further server properties).
 */
export const startKafka = async (given = {}) => {
  const options = await settled(given);
  const { folder, ports, listeners, isTemporary } = options;
  let laidOut;
  const clear = () => {
    laidOut?.disk?.clear();
    if (isTemporary) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const java = javaFor(options);
    laidOut = layOut(options);
    format(java, laidOut.properties, options.users ?? {});
    const doors = ['internal', ...listeners].map((name) => ports[name]);
    const { certificates, disk, properties } = laidOut;
    const command = ['java', ...java, 'kafka.Kafka', properties];
    const broker = new Process(() => disk?.limited(command) ?? command, folder, doors);
    await broker.start();
    return {
      folder,
      certificates,
      smallDisk: disk?.folder,
      bootstrap: Object.fromEntries(
        ['internal', ...listeners].map((name) => [name, `127.0.0.1:${String(ports[name])}`]),
      ),
      pid: () => broker.child.pid,
      isRunning: () => broker.isRunning(),
      start: () => broker.start(),
      halt: () => broker.end('SIGTERM'),
      kill: () => broker.end('SIGKILL'),
      pause: () => broker.child.kill('SIGSTOP'),
      grow: () => disk?.grow(),
      resume: () => broker.child.kill('SIGCONT'),
      stop: async () => {
        await broker.end('SIGTERM');
        clear();
      },
    };
  } catch (fault) {
    clear();
    throw fault;
  }
};
