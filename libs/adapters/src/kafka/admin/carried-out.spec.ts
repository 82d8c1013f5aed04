import { isCarriedOut } from './carried-out';
import { DEFAULT_TOPIC_RULES, planTopics } from './topic-plan';
import type { Existing } from './topic-plan';

const CAMDEN = 'E09000007';
const plan = planTopics([CAMDEN], { topics: [], acls: [] });
const after: Existing = { topics: plan.create, acls: plan.grant };
const KEPT = { prune: false };

describe('a plan is carried out once the brokers show', () => {
  it('its topics and its rights', () => {
    expect(isCarriedOut(plan, after, KEPT)).toBe(true);
    expect(isCarriedOut(plan, { ...after, topics: [] }, KEPT)).toBe(false);
    expect(isCarriedOut(plan, { ...after, acls: plan.grant.slice(1) }, KEPT)).toBe(false);
  });

  it('its settings', () => {
    const longer = planTopics([CAMDEN], after, { ...DEFAULT_TOPIC_RULES, retentionMs: 1 });
    expect(isCarriedOut(longer, after, KEPT)).toBe(false);
  });

  it('no more of the rights that it takes, where it takes any', () => {
    const leaving = planTopics([], after, DEFAULT_TOPIC_RULES, [CAMDEN]);
    expect(isCarriedOut(leaving, after, KEPT)).toBe(true);
    expect(isCarriedOut(leaving, after, { prune: true })).toBe(false);
    expect(isCarriedOut(leaving, { ...after, acls: [] }, { prune: true })).toBe(true);
  });
});
