import { isDone } from '@ibex/adapters/kafka';
import type { Acl, TopicPlan } from '@ibex/adapters/kafka';

const aclText = ({ permission, principal, operation, resource, name, pattern, host }: Acl): string =>
  [
    `${permission} ${principal} ${operation} ${resource}`,
    pattern === 'prefixed' ? `${name}…` : name,
    ...(host === '*' ? [] : [`from ${host}`]),
  ].join(' ');

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const summaryOf = ({ create, change, grant, extra, wider, byHand }: TopicPlan): string => {
  const counts: readonly (readonly [number, string])[] = [
    [create.length, 'topics to make'],
    [change.length, 'settings to change'],
    [grant.length, 'rights to grant'],
    [extra.length, 'rights too many'],
    [wider.length + byHand.length, 'for a person to change'],
  ];
  return counts.flatMap(([count, what]) => (count > 0 ? [`${what}: ${count}`] : [])).join(', ');
};

/** A line for each difference: + made, ~ changed, - removed with --prune, ! left to a person. */
export const planText = (plan: TopicPlan): string => {
  const unguarded = plan.isUnguarded
    ? ['! the brokers hold no access control lists (no authorizer): whoever reaches them reads every notice']
    : [];
  if (isDone(plan)) return [...unguarded, 'nothing to do'].join('\n');
  return [
    ...plan.create.map(
      ({ name, partitions, replicationFactor }) =>
        `+ topic ${name}: ${counted(partitions, 'partition')}, ${replicationFactor === 1 ? '1 copy' : `${replicationFactor} copies`}`,
    ),
    ...plan.change.map(
      ({ topic, config, from, to }) => `~ topic ${topic}: ${config} ${from ?? 'not set'} -> ${to}`,
    ),
    ...plan.grant.map((acl) => `+ ${aclText(acl)}`),
    ...plan.extra.map((acl) => `- ${aclText(acl)} (removed with --prune)`),
    ...plan.wider.map((acl) => `! ${aclText(acl)}: reaches these topics or groups too, change it by hand`),
    ...plan.byHand.map(
      ({ topic, what, is, wanted }) => `! topic ${topic}: ${what} ${is}, not ${wanted}; left as it is`,
    ),
    ...unguarded,
    summaryOf(plan),
  ].join('\n');
};
