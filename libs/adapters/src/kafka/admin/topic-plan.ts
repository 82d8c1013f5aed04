import { topicOf } from '../kafka.settings';
import { keyOf } from './acl';
import type { Acl } from './acl';

/** What the topics and rights are to be. `<gss>` in a template stands for the authority's code. */
export type TopicRules = Readonly<{
  /** 1: the whole mailbox stays in order. More keeps order per record only, and cannot be taken back. */
  partitions: number;
  replicationFactor: number;
  minInsyncReplicas: number;
  retentionMs: number;
  maxMessageBytes: number;
  /** Whom an authority's systems are known as. */
  principal: string;
  /** Consumer groups an authority may use. */
  groups: readonly string[];
  /** Whom the relay is known as. */
  relayPrincipal: string;
  /** Mailboxes of the service itself, which the relay reads as well. */
  own: readonly string[];
}>;

const DAY_MS = 86_400_000;

export const DEFAULT_TOPIC_RULES: TopicRules = {
  partitions: 1,
  replicationFactor: 3,
  minInsyncReplicas: 2,
  retentionMs: 30 * DAY_MS,
  maxMessageBytes: 1_048_576,
  principal: 'User:ibex-<gss>',
  groups: ['ibex.<gss>'],
  relayPrincipal: 'User:ibex-relay',
  own: [],
};

/** `configs`: what is set on the topic itself, not what it takes over from the brokers. */
export type ExistingTopic = Readonly<{
  name: string;
  partitions: number;
  replicationFactor: number;
  configs: Readonly<Record<string, string>>;
}>;
/** `acls` is undefined where the brokers hold no access control lists at all. */
export type Existing = Readonly<{ topics: readonly ExistingTopic[]; acls: readonly Acl[] | undefined }>;

export type ConfigChange = Readonly<{ topic: string; config: string; from: string | undefined; to: string }>;
export type ByHand = Readonly<{
  topic: string;
  what: 'partitions' | 'replication factor';
  is: number;
  wanted: number;
}>;

export type TopicPlan = Readonly<{
  create: readonly ExistingTopic[];
  change: readonly ConfigChange[];
  grant: readonly Acl[];
  /** Literal lines on our topics and groups that nobody asked for: removed when told to. */
  extra: readonly Acl[];
  /** Lines with a prefix or a star that reach our topics or groups too: somebody else's perhaps, so by hand. */
  wider: readonly Acl[];
  byHand: readonly ByHand[];
  /** The brokers hold no access control lists: whoever reaches them reads everything. */
  isUnguarded: boolean;
}>;

const filled = (template: string, gss: string): string => template.replaceAll('<gss>', gss);

const wantedTopic = (gss: string, rules: TopicRules): ExistingTopic => ({
  name: topicOf(gss),
  partitions: rules.partitions,
  replicationFactor: rules.replicationFactor,
  configs: {
    'cleanup.policy': 'delete',
    'retention.ms': String(rules.retentionMs),
    'min.insync.replicas': String(rules.minInsyncReplicas),
    'max.message.bytes': String(rules.maxMessageBytes),
  },
});

const allow = (resource: Acl['resource'], name: string, principal: string, operation: string): Acl => ({
  ...{ resource, name, principal, operation },
  ...{ pattern: 'literal', host: '*', permission: 'allow' },
});

type Reader = Readonly<{ principal: string; groups: readonly string[] }>;

/** The relay reads the service's own mailboxes in the group that its reader goes by. */
const readerOf = (gss: string, rules: TopicRules): Reader =>
  rules.own.includes(gss)
    ? { principal: rules.relayPrincipal, groups: [`ibex.${gss}`] }
    : {
        principal: filled(rules.principal, gss),
        groups: rules.groups.map((group) => filled(group, gss)),
      };

/**
 * The authority reads its own topic in its own groups, the relay writes; nobody gets a prefix or a star. An idempotent
 * producer needs no right on the cluster since Kafka 2.8 (KIP-679): the right to write a topic is enough.
 */
const wantedAcls = (gss: string, rules: TopicRules): readonly Acl[] => {
  const [topic, reader] = [topicOf(gss), readerOf(gss, rules)];
  const wanted = [
    allow('topic', topic, reader.principal, 'describe'),
    allow('topic', topic, reader.principal, 'read'),
    ...reader.groups.map((group) => allow('group', group, reader.principal, 'read')),
    allow('topic', topic, rules.relayPrincipal, 'describe'),
    allow('topic', topic, rules.relayPrincipal, 'write'),
  ];
  return [...new Map(wanted.map((acl) => [keyOf(acl), acl])).values()];
};

const without = (acls: readonly Acl[], others: readonly Acl[]): readonly Acl[] => {
  const keys = new Set(others.map(keyOf));
  return acls.filter((acl) => !keys.has(keyOf(acl)));
};

const changesOf = (wanted: ExistingTopic, is: ExistingTopic): readonly ConfigChange[] =>
  Object.entries(wanted.configs)
    .filter(([config, to]) => is.configs[config] !== to)
    .map(([config, to]) => ({ topic: wanted.name, config, from: is.configs[config], to }));

const byHandOf = (wanted: ExistingTopic, is: ExistingTopic): readonly ByHand[] => {
  const topic = wanted.name;
  const each: readonly ByHand[] = [
    { topic, what: 'partitions', is: is.partitions, wanted: wanted.partitions },
    { topic, what: 'replication factor', is: is.replicationFactor, wanted: wanted.replicationFactor },
  ];
  return each.filter((one) => one.is !== one.wanted);
};

const isOurs = (acl: Acl, names: ReadonlySet<string>): boolean =>
  acl.pattern === 'literal' && names.has(`${acl.resource} ${acl.name}`);
const reachesOurs = (acl: Acl, names: readonly string[]): boolean =>
  acl.pattern === 'prefixed'
    ? names.some((name) => name.startsWith(`${acl.resource} ${acl.name}`))
    : acl.name === '*';

/**
 * What differs from the rules for these authorities. `leavers` keep their topic and lose every right on it. Other
 * authorities' topics are not looked at, and no topic is ever deleted.
 */
export const planTopics = (
  authorities: readonly string[],
  existing: Existing,
  rules: TopicRules = DEFAULT_TOPIC_RULES,
  leavers: readonly string[] = [],
): TopicPlan => {
  const byName = new Map(existing.topics.map((topic) => [topic.name, topic]));
  const mailboxes = [...authorities, ...rules.own];
  const wanted = mailboxes.map((gss) => wantedTopic(gss, rules));
  const pairs = wanted.flatMap((topic) => {
    const is = byName.get(topic.name);
    return is === undefined ? [] : [{ topic, is }];
  });
  const acls = existing.acls ?? [];
  const rights = mailboxes.flatMap((gss) => wantedAcls(gss, rules));
  const names = [...mailboxes, ...leavers].flatMap((gss) => [
    `topic ${topicOf(gss)}`,
    ...readerOf(gss, rules).groups.map((group) => `group ${group}`),
  ]);
  const ours = new Set(names);
  return {
    create: wanted.filter(({ name }) => !byName.has(name)),
    change: pairs.flatMap(({ topic, is }) => changesOf(topic, is)),
    grant: existing.acls === undefined ? [] : without(rights, acls),
    extra: without(
      acls.filter((acl) => isOurs(acl, ours)),
      rights,
    ),
    wider: acls.filter((acl) => reachesOurs(acl, names)),
    byHand: pairs.flatMap(({ topic, is }) => byHandOf(topic, is)),
    isUnguarded: existing.acls === undefined,
  };
};

/** Whether the brokers are as the rules say. */
export const isDone = ({ create, change, grant, extra, wider, byHand }: TopicPlan): boolean =>
  [create, change, grant, extra, wider, byHand].every((each) => each.length === 0);
