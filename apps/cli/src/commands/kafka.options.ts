import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { DEFAULT_TOPIC_RULES } from '@ibex/adapters/kafka';
import type { KafkaConnection, KafkaTls, TopicRules } from '@ibex/adapters/kafka';
import { LONDON_AUTHORITIES } from '@ibex/boroughs';
import { CANARY_MAILBOX } from '@ibex/delivery';
import { toAuthorityCode } from './shared.options';

const MECHANISMS = ['scram-sha-256', 'scram-sha-512', 'oauthbearer'] as const;
const DAY_MS = 86_400_000;

export type ConnectionOptions = Readonly<{
  brokers: string;
  mechanism?: (typeof MECHANISMS)[number];
  user?: string;
  passwordFile?: string;
  tokenUrl?: string;
  clientId?: string;
  clientSecretFile?: string;
  tls?: boolean;
  caFile?: string;
  certFile?: string;
  keyFile?: string;
  servername?: string;
}>;
type RuleOptions = Readonly<{
  partitions: number;
  replicationFactor: number;
  minInsyncReplicas: number;
  retentionDays: number;
  maxMessageBytes: number;
  principal: string;
  group: readonly string[];
  relayPrincipal: string;
}>;
type MemberOptions = Readonly<{
  members?: 'london';
  authority: readonly string[];
  leaver: readonly string[];
}>;
export type KafkaOptions = ConnectionOptions &
  RuleOptions &
  MemberOptions &
  Readonly<{ json?: boolean; prune?: boolean }>;

const wholeNumber = (given: string): number => {
  if (/^[1-9]\d{0,14}$/.test(given)) return Number(given);
  throw new InvalidArgumentError('Give a whole number above 0.');
};
const oneMore = (given: string, before: readonly string[]): readonly string[] => [
  ...before,
  toAuthorityCode(given),
];
/** The first one given takes the default's place. */
const groupToo = (given: string, before: readonly string[]): readonly string[] =>
  before === DEFAULT_TOPIC_RULES.groups ? [given] : [...before, given];

/** How somebody is let in by the brokers, and how they are known to be the right ones. */
export const withAccess = (command: Command, who = 'the administrator'): Command =>
  command
    .addOption(new Option('--mechanism <name>', `how ${who} is known by SASL`).choices(MECHANISMS))
    .option('--user <name>', 'user of SCRAM')
    .option('--password-file <file>', 'file that holds the user’s password')
    .option('--token-url <url>', 'token endpoint for oauthbearer')
    .option('--client-id <id>', 'client at the token endpoint')
    .option('--client-secret-file <file>', 'file that holds the client’s secret')
    .option('--tls', 'encrypt, with the certificates that this machine trusts')
    .option('--ca-file <file>', 'encrypt, and trust this authority’s certificates (PEM)')
    .option('--cert-file <file>', `the certificate of ${who} (PEM)`)
    .option('--key-file <file>', 'its key (PEM)')
    .option('--servername <name>', 'name in the brokers’ certificate');

const withConnection = (command: Command): Command =>
  withAccess(
    command.requiredOption('--brokers <list>', 'host:port of one or more brokers, with commas between them'),
  );

const withRules = (command: Command): Command => {
  const rules = DEFAULT_TOPIC_RULES;
  return command
    .option('--partitions <n>', 'of each topic', wholeNumber, rules.partitions)
    .option('--replication-factor <n>', 'copies of each topic', wholeNumber, rules.replicationFactor)
    .option(
      '--min-insync-replicas <n>',
      'copies that must hold a message',
      wholeNumber,
      rules.minInsyncReplicas,
    )
    .option('--retention-days <n>', 'how long messages stay', wholeNumber, rules.retentionMs / DAY_MS)
    .option('--max-message-bytes <n>', 'largest batch taken', wholeNumber, rules.maxMessageBytes)
    .option('--principal <template>', 'whom an authority’s systems are known as', rules.principal)
    .option('--group <template>', 'consumer group of an authority; repeatable', groupToo, rules.groups)
    .option('--relay-principal <name>', 'whom the relay is known as', rules.relayPrincipal);
};

/** Brokers, who asks, for which authorities, and what topics and rights are to be like. */
export const withKafka = (command: Command): Command =>
  withRules(withConnection(command))
    .addOption(new Option('--members <group>', 'every authority of a group').choices(['london']))
    .option('--authority <gss>', 'an authority by code or name; repeatable', oneMore, [])
    .option(
      '--leaver <gss>',
      'an authority that loses its rights and keeps its topic; repeatable',
      oneMore,
      [],
    )
    .option('--json', 'print the plan as JSON');

const needed = (value: string | undefined, option: string, mechanism: string): string => {
  if (value !== undefined) return value;
  throw new Error(`--mechanism ${mechanism} needs ${option}`);
};

const saslOf = (options: ConnectionOptions): KafkaConnection['sasl'] => {
  const { mechanism } = options;
  if (mechanism === undefined) return undefined;
  if (mechanism === 'oauthbearer')
    return {
      mechanism,
      tokenUrl: needed(options.tokenUrl, '--token-url', mechanism),
      clientId: needed(options.clientId, '--client-id', mechanism),
      clientSecretFile: needed(options.clientSecretFile, '--client-secret-file', mechanism),
    };
  return {
    mechanism,
    username: needed(options.user, '--user', mechanism),
    passwordFile: needed(options.passwordFile, '--password-file', mechanism),
  };
};

const tlsOf = ({ tls, caFile, certFile, keyFile, servername }: ConnectionOptions): KafkaTls | undefined => {
  const given = { caFile, certFile, keyFile, servername };
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return tls === true || Object.keys(named).length > 0 ? named : undefined;
};

export const connectionOf = (options: ConnectionOptions): KafkaConnection => {
  const [sasl, tls] = [saslOf(options), tlsOf(options)];
  return {
    brokers: options.brokers.split(',').map((broker) => broker.trim()),
    clientId: 'ibex-cli',
    ...(sasl === undefined ? {} : { sasl }),
    ...(tls === undefined ? {} : { tls }),
  };
};

export const rulesOf = (options: RuleOptions): TopicRules => ({
  partitions: options.partitions,
  replicationFactor: options.replicationFactor,
  minInsyncReplicas: options.minInsyncReplicas,
  retentionMs: options.retentionDays * DAY_MS,
  maxMessageBytes: options.maxMessageBytes,
  principal: options.principal,
  groups: options.group,
  relayPrincipal: options.relayPrincipal,
  own: [CANARY_MAILBOX],
});

/** Codes in the order given, each once; who leaves is no member. Throws when nobody is named. */
export const membersOf = ({ members, authority, leaver }: MemberOptions): readonly string[] => {
  const named = [...(members === undefined ? [] : LONDON_AUTHORITIES), ...authority];
  if (named.length + leaver.length === 0)
    throw new Error('name the authorities: --members london, or --authority once for each');
  return [...new Set(named)].filter((gss) => !leaver.includes(gss));
};
