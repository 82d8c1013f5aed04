// A PostgreSQL server of one's own: on loopback, in a temporary folder unless one is given, gone when it is stopped.
//   node deploy/local/postgres.mjs [--folder <kept folder>] [--port <number>] [--no-fsync]
// prints its URL on one line when it takes connections. SIGTERM and SIGINT stop it. As a module: start(options).
// Started with an IPC channel it obeys { id, order, name } (stop, start, restart, kill, create) and stops when the channel closes.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const OLDEST = 15;
const DEBIAN = '/usr/lib/postgresql';
const USER = 'ibex';

const versionOf = (bin) => {
  const { stdout } = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
};

const findServer = () => {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : [];
  const folders = [...debian, ...(process.env.PATH ?? '').split(delimiter)];
  return folders
    .filter((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
    .map((bin) => ({ bin, version: versionOf(bin) }))
    .filter(({ version }) => version >= OLDEST)
    .sort((a, b) => b.version - a.version)[0]?.bin;
};

const isRoot = () => process.getuid?.() === 0;

/** Where initdb and postgres are; installed from the Debian package when missing and root. */
const serverFolder = () => {
  const found = findServer();
  if (found) return found;
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing the Debian package postgresql …\n');
    const stdio = ['ignore', 'ignore', 'inherit'];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio, env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { stdio, env });
  }
  const installed = findServer();
  if (installed) return installed;
  throw new Error(
    `PostgreSQL ${OLDEST} or newer is not installed: run "apt-get install postgresql" as root, or put the folder of initdb and postgres on the PATH`,
  );
};

/** The server refuses to run as root, so root hands it to another user. */
const unprivileged = () => {
  if (!isRoot()) return {};
  for (const name of ['postgres', 'nobody']) {
    const { status, stdout } = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    if (status !== 0) continue;
    return { uid: Number(stdout), gid: Number(execFileSync('id', ['-g', name], { encoding: 'utf8' })) };
  }
  throw new Error('neither the user postgres nor nobody is there to run the server as');
};

const freePort = () =>
  new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** A cluster with one superuser (postgres), and ibex, which owns a database and may make databases and roles. */
const makeCluster = ({ bin, data, as }) => {
  const password = randomBytes(18).toString('base64url');
  const passwordFile = join(data, '..', 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.uid !== undefined) chownSync(passwordFile, as.uid, as.gid);
  const options = { ...as, stdio: ['pipe', 'ignore', 'pipe'], cwd: '/', encoding: 'utf8' };
  const run = (program, args, input) => {
    const { status, stderr } = spawnSync(join(bin, program), args, { ...options, input });
    if (status !== 0) throw new Error(`${program} failed: ${stderr.trim()}`);
  };
  const how = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  run('initdb', ['-D', data, ...how, '--locale=C.UTF-8', '--no-sync', '--no-instructions']);
  const login = `CREATE ROLE ${USER} LOGIN CREATEDB CREATEROLE PASSWORD '${password}';`;
  const single = ['--single', '-D', data, '-F', 'postgres'];
  run('postgres', single, `${login}\nCREATE DATABASE ${USER} OWNER ${USER};\n`);
};

const isGone = (child) => child.exitCode !== null || child.signalCode !== null;
const ended = (child) =>
  isGone(child) ? Promise.resolve() : new Promise((done) => child.once('exit', done));

/** Runs the server until it says that it is ready; what it said before is the reason when it does not. */
const launch = async ({ bin, data, as, port, fsync }) => {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    // after a SIGKILL: one call per disk instead of one per file
    recovery_init_sync_method: 'syncfs',
    logging_collector: 'off',
    log_min_messages: 'warning',
    fsync: fsync ? 'on' : 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...as,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    // a group of its own, so that Ctrl-C reaches this script alone, which then stops the server in order
    detached: true,
  });
  let said = '';
  const ready = new Promise((done) => {
    child.stderr.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
      if (said.includes('ready to accept connections')) done(true);
    });
    child.once('exit', () => done(false));
  });
  if (await Promise.race([ready, pause(30_000, false, { ref: false })])) return child;
  child.kill('SIGKILL');
  throw new Error(`PostgreSQL did not start: ${said.trim()}`);
};

/** After a SIGKILL its children need a moment to notice; until then the memory of the old server is in the way. */
const launchPatiently = async (how) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(how);
    } catch (error) {
      if (attempt === 20 || !/shared memory|lock file|in use/i.test(String(error))) throw error;
      await pause(250);
    }
  }
};

const prepareFolder = (given, as) => {
  const folder = given === undefined ? mkdtempSync(join(tmpdir(), 'ibex-postgres-')) : resolve(given);
  mkdirSync(folder, { recursive: true });
  if (as.uid !== undefined && !existsSync(join(folder, 'data'))) chownSync(folder, as.uid, as.gid);
  chmodSync(folder, 0o700);
  return folder;
};

/**
 * Starts a server. `folder`: kept, and used again when it holds a cluster; left out: temporary. `port`: a free one when
 * left out. The answer: url, port, folder, stop(), start(), restart(), kill(), create(name).
 */
export const start = async ({ folder: given, port: wanted, fsync = true } = {}) => {
  const bin = serverFolder();
  const as = unprivileged();
  const folder = prepareFolder(given, as);
  const data = join(folder, 'data');
  const discard = () => {
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    if (!existsSync(join(data, 'PG_VERSION'))) makeCluster({ bin, data, as });
    const port = wanted ?? (await freePort());
    const password = readFileSync(join(folder, 'password'), 'utf8');
    const how = { bin, data, as, port, fsync };
    const urlOf = (database, user = USER) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
    let child = await launchPatiently(how);
    const halt = async (signal) => {
      const halting = child;
      if (!isGone(halting)) halting.kill(signal);
      await Promise.race([ended(halting), pause(10_000, undefined, { ref: false })]);
      if (!isGone(halting)) halting.kill('SIGQUIT');
      await ended(halting);
    };
    const relaunch = async () => {
      if (isGone(child)) child = await launchPatiently(how);
    };
    return {
      url: urlOf(USER),
      adminUrl: urlOf('postgres', 'postgres'),
      port,
      folder,
      get pid() {
        return child.pid;
      },
      /** In order, as an operator would: sessions are ended, what was written is on disk. */
      halt: () => halt('SIGINT'),
      kill: () => halt('SIGKILL'),
      start: relaunch,
      restart: async () => {
        await halt('SIGINT');
        await relaunch();
      },
      create: async (database) => {
        const { Client } = (await import('pg')).default;
        const client = new Client({ connectionString: urlOf('postgres') });
        await client.connect();
        try {
          await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
        } finally {
          await client.end();
        }
        return urlOf(database);
      },
      stop: async () => {
        // what goes with its folder need not be put in order first
        await halt(given === undefined ? 'SIGQUIT' : 'SIGINT');
        discard();
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
};

const obey = async (server, { order, name }) => {
  switch (order) {
    case 'create':
      return server.create(name);
    case 'kill':
    case 'halt':
    case 'start':
    case 'restart':
      await server[order]();
      return undefined;
    default:
      throw new Error(`no such order: ${order}`);
  }
};

const main = async () => {
  const { values } = parseArgs({
    options: { folder: { type: 'string' }, port: { type: 'string' }, 'no-fsync': { type: 'boolean' } },
  });
  const server = await start({
    ...(values.folder === undefined ? {} : { folder: values.folder }),
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
    fsync: values['no-fsync'] !== true,
  });
  const stop = async () => {
    await server.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => void stop());
  process.once('disconnect', () => void stop());
  process.on('message', (message) => {
    obey(server, message).then(
      (answer) => process.send({ id: message.id, answer }),
      (error) => process.send({ id: message.id, failed: String(error) }),
    );
  });
  process.send?.({ url: server.url, adminUrl: server.adminUrl });
  process.stdout.write(`${server.url}\n`);
  // the child's pipe alone would not keep the script alive while the server is down on purpose
  setInterval(() => undefined, 1 << 30);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
