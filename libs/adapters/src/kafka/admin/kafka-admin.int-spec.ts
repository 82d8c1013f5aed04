import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ConfigResourceTypes,
  ResourcePatternTypes,
} from 'kafkajs';
import type { AclEntry } from 'kafkajs';
import { startKafkaServer } from '@ibex/testing';
import type { KafkaServer } from '@ibex/testing';
import { withAdmin } from '../kafka.fixture';
import { topicOf } from '../kafka.settings';
import { KafkaAdmin } from './kafka-admin';
import { DEFAULT_TOPIC_RULES, isDone, planTopics } from './topic-plan';
import type { TopicPlan } from './topic-plan';

const RULES = { ...DEFAULT_TOPIC_RULES, replicationFactor: 1, minInsyncReplicas: 1 };
const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
let kafka: KafkaServer;
let brokers: string;
let admin: KafkaAdmin;

beforeAll(async () => {
  kafka = await startKafkaServer('--listeners', 'plaintext', '--authorizer');
  brokers = kafka.at('plaintext');
  admin = await KafkaAdmin.connect({ brokers: [brokers], clientId: 'spec' });
}, 60_000);
afterAll(async () => {
  admin.close();
  await kafka.stop();
});

const planned = async (authorities: readonly string[], leavers: readonly string[] = []): Promise<TopicPlan> =>
  planTopics(authorities, await admin.existing([...authorities, ...leavers].map(topicOf)), RULES, leavers);
const acl = (more: Partial<AclEntry>): AclEntry => ({
  resourceType: AclResourceTypes.TOPIC,
  resourceName: topicOf(CAMDEN),
  resourcePatternType: ResourcePatternTypes.LITERAL,
  principal: 'User:mallory',
  host: '*',
  operation: AclOperationTypes.READ,
  permissionType: AclPermissionTypes.ALLOW,
  ...more,
});

it('makes topics and rights once, and finds nothing to do the second time', async () => {
  const first = await planned([CAMDEN, CROYDON]);
  expect(first.create.map(({ name }) => name)).toEqual([topicOf(CAMDEN), topicOf(CROYDON)]);
  expect(first.grant).toHaveLength(10);
  await admin.apply(first, { prune: false });
  const second = await planned([CAMDEN, CROYDON]);
  expect(second).toEqual({
    ...{ create: [], change: [], grant: [], extra: [], wider: [], byHand: [], isUnguarded: false },
  });
  expect(isDone(second)).toBe(true);
});

it('finds and mends what was changed behind its back, and leaves alone what others have set', async () => {
  await admin.apply(await planned([CAMDEN]), { prune: false });
  const drifted = [
    { name: 'retention.ms', value: '1000' },
    { name: 'segment.ms', value: '3600000' },
  ];
  await withAdmin(brokers, (plain) =>
    plain.alterConfigs({
      validateOnly: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name: topicOf(CAMDEN), configEntries: drifted }],
    }),
  );
  const plan = await planned([CAMDEN]);
  expect(plan.change).toContainEqual({
    ...{ topic: topicOf(CAMDEN), config: 'retention.ms', from: '1000', to: '2592000000' },
  });
  await admin.apply(plan, { prune: false });
  expect(isDone(await planned([CAMDEN]))).toBe(true);
  const { topics } = await admin.existing([topicOf(CAMDEN)]);
  expect(topics[0]?.configs).toMatchObject({ 'retention.ms': '2592000000', 'segment.ms': '3600000' });
});

it('shows a right that nobody asked for, and removes it when told to, but none of a wider pattern', async () => {
  await admin.apply(await planned([CAMDEN]), { prune: false });
  const wide = acl({ resourceName: 'ibex.', resourcePatternType: ResourcePatternTypes.PREFIXED });
  await withAdmin(brokers, (plain) => plain.createAcls({ acl: [acl({}), wide] }));
  const plan = await planned([CAMDEN]);
  const mallory = { resource: 'topic', principal: 'User:mallory', operation: 'read' };
  expect(plan.extra).toEqual([
    expect.objectContaining({ ...mallory, name: topicOf(CAMDEN), pattern: 'literal' }),
  ]);
  expect(plan.wider).toEqual([expect.objectContaining({ ...mallory, name: 'ibex.', pattern: 'prefixed' })]);
  await admin.apply(plan, { prune: false });
  expect((await planned([CAMDEN])).extra).toHaveLength(1);
  await admin.apply(plan, { prune: true });
  const after = await planned([CAMDEN]);
  expect([after.extra.length, after.wider.length]).toEqual([0, 1]);
});

it('takes every right from an authority that leaves, and keeps its topic', async () => {
  await admin.apply(await planned([CAMDEN, CROYDON]), { prune: false });
  const plan = await planned([CAMDEN], [CROYDON]);
  expect(plan.extra.map(({ name, principal }) => [name, principal])).toHaveLength(5);
  await admin.apply(plan, { prune: true });
  const { topics, acls } = await admin.existing([topicOf(CROYDON)]);
  expect(topics.map(({ name }) => name)).toEqual([topicOf(CROYDON)]);
  expect(acls?.filter(({ name }) => name.includes(CROYDON))).toEqual([]);
});

it('says why the brokers refuse a topic', async () => {
  const plan = planTopics(['E09000001'], { topics: [], acls: [] }, DEFAULT_TOPIC_RULES);
  await expect(admin.apply({ ...plan, grant: [] }, { prune: false })).rejects.toMatchObject({
    code: 'bus/failed',
    message: 'the brokers refused it (INVALID_REPLICATION_FACTOR)',
  });
});

it('says so when no broker answers', async () => {
  const connecting = KafkaAdmin.connect({ brokers: ['127.0.0.1:1'], clientId: 'spec' });
  await expect(connecting).rejects.toMatchObject({ code: 'bus/unreachable' });
});
