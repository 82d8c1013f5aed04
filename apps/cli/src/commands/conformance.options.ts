import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { SCENARIOS, toSecrets } from '@ibex/conformance';
import type { ConformanceOptions } from '@ibex/conformance';
import { connectionOf, withAccess } from './kafka.options';
import type { ConnectionOptions } from './kafka.options';

export type PlayOptions = Omit<ConnectionOptions, 'brokers'> &
  Readonly<{
    webhook?: URL;
    secretsFile?: string;
    allowPrivate?: true;
    kafka?: string;
    topic?: string;
    group?: string;
    effectsFile?: string;
    effectsUrl?: URL;
    exchangePort?: number;
    exchangeHost?: string;
    restartCommand?: string;
    seed?: string;
    only?: readonly string[];
    pause?: number;
    burst?: number;
    settle?: number;
    patience?: number;
    json?: true;
  }>;

const SECOND_MS = 1_000;

const toUrl = (text: string): URL => {
  const url = URL.parse(text);
  if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url;
  throw new InvalidArgumentError('Give an address that begins with https:// (or http:// for a trial).');
};
const toWholeNumber = (text: string): number => {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number.');
};
const toNames = (text: string): readonly string[] => {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown === undefined) return names;
  throw new InvalidArgumentError(`There is no scenario ${unknown}; see: ibex conformance list`);
};

const withTargets = (command: Command): Command =>
  withAccess(
    command
      .option('--webhook <url>', 'the receiver to try', toUrl)
      .option(
        '--secrets-file <file>',
        'what signs: one secret a line, the first in use, the next ones after it',
      )
      .option('--allow-private', 'a receiver on this machine or in this network too, and there without TLS')
      .option('--kafka <brokers>', 'instead of a webhook: host:port of one or more brokers')
      .option(
        '--topic <topic>',
        'a topic for trying out, e.g. ibex.notices.E09000008 on a broker of your own',
      )
      .option(
        '--group <group>',
        'the receiver’s consumer group, to take its partitions from it for a moment',
      ),
    'the kit',
  );

const withSight = (command: Command): Command =>
  command
    .option('--effects-file <file>', 'where the receiver writes what it did, a line of JSON each')
    .option('--effects-url <url>', 'where the receiver shows what it did', toUrl)
    .option(
      '--exchange-port <port>',
      'stand in for the exchange here: details, acknowledgements',
      toWholeNumber,
    )
    .option('--exchange-host <address>', 'where that listens (default: 127.0.0.1)')
    .option('--restart-command <command>', 'ends the receiver at once and starts it again; run by the shell');

export const withPlay = (command: Command): Command =>
  withSight(withTargets(command))
    .option(
      '--seed <text>',
      'play the same ids in the same order again, on a receiver that has forgotten them',
    )
    .option('--only <names>', 'these scenarios alone, with commas; such a run is no proof', toNames)
    .option('--pause <seconds>', 'how long nothing comes before the burst', toWholeNumber, 10)
    .option('--burst <notices>', 'how many come at once then', toWholeNumber, 500)
    .option('--settle <seconds>', 'how long the receiver may take to do what it has taken', toWholeNumber, 20)
    .option('--patience <seconds>', 'how long it may be in trouble', toWholeNumber, 60)
    .option('--json', 'print the report as JSON');

const given = <T>(value: T | undefined, option: string, beside: string): T => {
  if (value !== undefined) return value;
  throw new Error(`${beside} needs ${option}`);
};

const fileOf = (path: string, option: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error(`${option}: the file ${path} cannot be read`);
  }
};

const targetOf = (options: PlayOptions): ConformanceOptions['target'] => {
  const { webhook, kafka, caFile, group } = options;
  if ((webhook === undefined) === (kafka === undefined)) throw new Error('give --webhook or --kafka');
  if (webhook === undefined) {
    const brokers = given(kafka, '--kafka', 'a topic');
    const topic = given(options.topic, '--topic', '--kafka');
    const connection = connectionOf({ ...options, brokers });
    return { kafka: { connection, topic, ...(group === undefined ? {} : { group }) } };
  }
  const secrets = toSecrets(
    fileOf(given(options.secretsFile, '--secrets-file', '--webhook'), '--secrets-file'),
  );
  const ca = caFile === undefined ? {} : { ca: fileOf(caFile, '--ca-file') };
  return { webhook: { url: webhook, secrets, allowPrivate: options.allowPrivate === true, ...ca } };
};

const effectsOf = ({ effectsFile, effectsUrl, allowPrivate }: PlayOptions): Partial<ConformanceOptions> => {
  if (effectsFile !== undefined) return { effects: { file: effectsFile } };
  if (effectsUrl === undefined) return {};
  if (effectsUrl.protocol === 'http:' && allowPrivate !== true)
    throw new Error('--effects-url without TLS needs --allow-private');
  return { effects: { url: effectsUrl } };
};

const exchangeOf = ({ exchangePort, exchangeHost }: PlayOptions): Partial<ConformanceOptions> => {
  if (exchangePort === undefined) return {};
  return { exchange: { port: exchangePort, ...(exchangeHost === undefined ? {} : { host: exchangeHost }) } };
};

const timesOf = (options: PlayOptions): Partial<ConformanceOptions> => {
  const ms = (seconds: number | undefined): number | undefined =>
    seconds === undefined ? undefined : seconds * SECOND_MS;
  const { pause, burst, settle, patience, restartCommand, only } = options;
  const all = {
    ...{ pauseMs: ms(pause), settleMs: ms(settle), patienceMs: ms(patience) },
    ...{ burst, restartCommand, only },
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};

/** Throws an Error that names the option and the mend, and quotes no secret. */
export const conformanceOf = (options: PlayOptions): ConformanceOptions => ({
  target: targetOf(options),
  // another one each time, so that a receiver that remembers the last run is not taken for one that does nothing
  seed: options.seed ?? randomUUID(),
  ...effectsOf(options),
  ...exchangeOf(options),
  ...timesOf(options),
});
