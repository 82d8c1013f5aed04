// Java and the broker's jars: found, or installed where that can be done, or the reader is told how.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const POM = join(dirname(fileURLToPath(import.meta.url)), 'pom.xml');
const OLDEST_JAVA = 17;
const PACKAGES = ['openjdk-17-jre-headless', 'maven'];

const run = (command, args, options = {}) => spawnSync(command, args, { encoding: 'utf8', ...options });

const isJavaThere = () => {
  const { status, stderr } = run('java', ['-version']);
  return status === 0 && Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) >= OLDEST_JAVA;
};
const isMavenThere = () => run('mvn', ['--version']).status === 0;

const install = () => {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!isRootOnDebian)
    throw new Error(
      `Kafka needs Java ${OLDEST_JAVA} or newer and Maven; on Debian: sudo apt-get install ${PACKAGES.join(' ')}`,
    );
  process.stderr.write(`Installing ${PACKAGES.join(' ')} (first run only) …\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-q'],
    ['install', '-qy', '--no-install-recommends', ...PACKAGES],
  ]) {
    const { status } = run('apt-get', args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed: see above`);
  }
};

const isComplete = (classpath) => classpath.split(':').every((jar) => existsSync(jar));

/** The jars of the server as a Java class path. Maven is asked once; the answer is kept beside the jars. */
export const kafkaClasspath = () => {
  const digest = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12);
  const kept = join(homedir(), '.m2', `ibex-kafka-${digest}.classpath`);
  if (existsSync(kept) && isJavaThere()) {
    const classpath = readFileSync(kept, 'utf8').trim();
    if (isComplete(classpath)) return classpath;
  }
  if (!isJavaThere() || !isMavenThere()) install();
  mkdirSync(dirname(kept), { recursive: true });
  const draft = `${kept}.${String(process.pid)}`;
  const { status, stdout } = run(
    'mvn',
    ['-q', '-B', '-f', POM, 'dependency:build-classpath', `-Dmdep.outputFile=${draft}`],
    { maxBuffer: 1e8 },
  );
  if (status !== 0)
    throw new Error(
      `Maven could not fetch Kafka; check the network or ~/.m2/settings.xml, then try again.\n${stdout.slice(-2000)}`,
    );
  // Renamed into place, so that two starts at once never read half a file.
  renameSync(draft, kept);
  return readFileSync(kept, 'utf8').trim();
};

// Quick to start and small: few classes get hot enough in a test for the second compiler to pay.
const LEAN = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-Xms128m'];

export const javaArguments = ({ classpath, heap, logConfig, systemProperties = {} }) => [
  ...LEAN,
  `-Xmx${heap}`,
  `-Dlog4j2.configurationFile=${logConfig}`,
  ...Object.entries(systemProperties).map(([name, value]) => `-D${name}=${value}`),
  '-cp',
  classpath,
];

/** The server's own log goes to a file of its folder; only what is wrong. */
export const writeLogConfig = (folder) => {
  const file = join(folder, 'log4j2.properties');
  writeFileSync(
    file,
    [
      'status = off',
      'appender.file.type = File',
      'appender.file.name = file',
      `appender.file.fileName = ${join(folder, 'server.log')}`,
      'appender.file.layout.type = PatternLayout',
      'appender.file.layout.pattern = %d{ISO8601} %p %c{1}: %m%n%ex{3}',
      'rootLogger.level = warn',
      'rootLogger.appenderRef.file.ref = file',
      '',
    ].join('\n'),
  );
  return file;
};
