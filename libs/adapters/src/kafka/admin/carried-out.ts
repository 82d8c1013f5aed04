import { keyOf } from './acl';
import type { Existing, TopicPlan } from './topic-plan';

/** Whether the brokers show everything that was done of a plan: they learn of it a moment after it was accepted. */
export const isCarriedOut = (
  { create, change, grant, extra }: TopicPlan,
  { topics, acls = [] }: Existing,
  { prune }: Readonly<{ prune: boolean }>,
): boolean => {
  const shown = new Map(topics.map((topic) => [topic.name, topic]));
  const rights = new Set(acls.map(keyOf));
  return (
    create.every(({ name, partitions }) => shown.get(name)?.partitions === partitions) &&
    change.every(({ topic, config, to }) => shown.get(topic)?.configs[config] === to) &&
    grant.every((acl) => rights.has(keyOf(acl))) &&
    (!prune || extra.every((acl) => !rights.has(keyOf(acl))))
  );
};
