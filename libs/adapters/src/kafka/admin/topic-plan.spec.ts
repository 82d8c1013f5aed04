import type { Acl } from './acl';
import { DEFAULT_TOPIC_RULES, isDone, planTopics } from './topic-plan';
import type { Existing, ExistingTopic, TopicPlan } from './topic-plan';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
const NOTHING: Existing = { topics: [], acls: [] };
const acl = (more: Partial<Acl> = {}): Acl => ({
  resource: 'topic',
  name: `ibex.notices.${CAMDEN}`,
  pattern: 'literal',
  principal: 'User:mallory',
  host: '*',
  operation: 'read',
  permission: 'allow',
  ...more,
});
/** The brokers after everything was done. */
const done = (authorities: readonly string[]): Existing => {
  const { create, grant } = planTopics(authorities, NOTHING);
  return { topics: create, acls: grant };
};
const DONE: TopicPlan = {
  ...{ create: [], change: [], grant: [], extra: [], wider: [], byHand: [], isUnguarded: false },
};

describe('the plan for an authority', () => {
  it('makes its topic', () => {
    expect(planTopics([CAMDEN], NOTHING).create).toEqual([
      {
        name: 'ibex.notices.E09000007',
        partitions: 1,
        replicationFactor: 3,
        configs: {
          'cleanup.policy': 'delete',
          'retention.ms': '2592000000',
          'min.insync.replicas': '2',
          'max.message.bytes': '1048576',
        },
      },
    ]);
  });

  it('lets it read its topic in its group, lets the relay write, and nobody anything else', () => {
    const reader = { principal: 'User:ibex-E09000007' };
    const relay = { principal: 'User:ibex-relay' };
    expect(planTopics([CAMDEN], NOTHING).grant).toEqual([
      acl({ ...reader, operation: 'describe' }),
      acl({ ...reader, operation: 'read' }),
      acl({ ...reader, resource: 'group', name: 'ibex.E09000007', operation: 'read' }),
      acl({ ...relay, operation: 'describe' }),
      acl({ ...relay, operation: 'write' }),
    ]);
  });

  it('lets the relay read what the service sends to itself, in the group that it reads it in', () => {
    const rules = { ...DEFAULT_TOPIC_RULES, own: ['IBEX-CANARY'], groups: ['mash.<gss>'] };
    const relay = { principal: 'User:ibex-relay', name: 'ibex.notices.IBEX-CANARY' };
    const { create, grant } = planTopics([], NOTHING, rules);
    expect(create.map(({ name }) => name)).toEqual(['ibex.notices.IBEX-CANARY']);
    expect(grant).toEqual([
      acl({ ...relay, operation: 'describe' }),
      acl({ ...relay, operation: 'read' }),
      acl({ ...relay, resource: 'group', name: 'ibex.IBEX-CANARY', operation: 'read' }),
      acl({ ...relay, operation: 'write' }),
    ]);
    expect(isDone(planTopics([], { topics: create, acls: grant }, rules))).toBe(true);
  });

  it('names it as it is known where that is another name', () => {
    const rules = {
      ...DEFAULT_TOPIC_RULES,
      principal: 'User:CN=<gss>.gov.uk',
      groups: ['a.<gss>', 'b.<gss>'],
    };
    const { grant } = planTopics([CAMDEN], NOTHING, rules);
    expect(grant.map(({ principal, name }) => `${principal} ${name}`).slice(1, 4)).toEqual([
      'User:CN=E09000007.gov.uk ibex.notices.E09000007',
      'User:CN=E09000007.gov.uk a.E09000007',
      'User:CN=E09000007.gov.uk b.E09000007',
    ]);
  });

  it('is empty once it was carried out', () => {
    const plan = planTopics([CAMDEN, CROYDON], done([CAMDEN, CROYDON]));
    expect(plan).toEqual(DONE);
    expect(isDone(plan)).toBe(true);
  });

  it('grants nothing where the brokers know no rights, and says so', () => {
    const plan = planTopics([CAMDEN], { topics: [], acls: undefined });
    expect([plan.grant, plan.isUnguarded]).toEqual([[], true]);
  });
});

describe('a topic that is there', () => {
  const [topic] = done([CAMDEN]).topics;
  const having = (more: Partial<ExistingTopic>): TopicPlan =>
    planTopics([CAMDEN], { ...done([CAMDEN]), topics: topic ? [{ ...topic, ...more }] : [] });

  it('has its settings changed where they differ or are not set, and keeps others', () => {
    const configs = { 'cleanup.policy': 'compact', 'retention.ms': '2592000000', 'segment.ms': '1' };
    expect(having({ configs }).change).toEqual([
      { topic: 'ibex.notices.E09000007', config: 'cleanup.policy', from: 'compact', to: 'delete' },
      { topic: 'ibex.notices.E09000007', config: 'min.insync.replicas', from: undefined, to: '2' },
      { topic: 'ibex.notices.E09000007', config: 'max.message.bytes', from: undefined, to: '1048576' },
    ]);
  });

  it('keeps its partitions and copies: another number of partitions would move records of one child', () => {
    expect(having({ partitions: 6, replicationFactor: 1 })).toEqual({
      ...DONE,
      byHand: [
        { topic: 'ibex.notices.E09000007', what: 'partitions', is: 6, wanted: 1 },
        { topic: 'ibex.notices.E09000007', what: 'replication factor', is: 1, wanted: 3 },
      ],
    });
  });
});

describe('rights that nobody asked for', () => {
  const withAcls = (...more: readonly Acl[]): TopicPlan => {
    const { topics, acls = [] } = done([CAMDEN]);
    return planTopics([CAMDEN], { topics, acls: [...acls, ...more] });
  };

  it.each([
    ['a stranger’s', acl()],
    ['more than asked for', acl({ principal: 'User:ibex-E09000007', operation: 'write' })],
    ['from one host', acl({ principal: 'User:ibex-E09000007', host: '10.0.0.1' })],
    ['a denial', acl({ principal: 'User:ibex-E09000007', permission: 'deny' })],
    ['on the group', acl({ resource: 'group', name: 'ibex.E09000007' })],
  ])('are extra: %s', (_, extra) => {
    expect(withAcls(extra)).toEqual({ ...DONE, extra: [extra] });
  });

  it.each([
    ['a prefix that reaches the topic', acl({ name: 'ibex.', pattern: 'prefixed' })],
    ['a star', acl({ name: '*' })],
    ['a star on groups', acl({ resource: 'group', name: '*' })],
  ])('are wider and left to a person: %s', (_, wider) => {
    expect(withAcls(wider)).toEqual({ ...DONE, wider: [wider] });
  });

  it.each([
    ['of another system', acl({ name: 'payroll' })],
    ['of an authority that was not named', acl({ name: `ibex.notices.${CROYDON}` })],
    ['a prefix that reaches none of them', acl({ name: 'ibex.notices.E09000008', pattern: 'prefixed' })],
    ['a group of the topic’s name', acl({ resource: 'group' })],
  ])('are none of our business: %s', (_, others) => {
    expect(withAcls(others)).toEqual(DONE);
  });
});

describe('an authority that leaves', () => {
  it('loses every right, its relay too, and keeps its topic and what is set on it', () => {
    const before = done([CAMDEN, CROYDON]);
    const plan = planTopics([CAMDEN], before, DEFAULT_TOPIC_RULES, [CROYDON]);
    expect(plan).toEqual({ ...DONE, extra: before.acls?.slice(5) });
  });
});
