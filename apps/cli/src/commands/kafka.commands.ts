import type { Command } from 'commander';
import { KafkaAdmin, isDone, planTopics, topicOf } from '@ibex/adapters/kafka';
import type { TopicPlan } from '@ibex/adapters/kafka';
import { say } from '../output';
import { connectionOf, membersOf, rulesOf, withKafka } from './kafka.options';
import type { KafkaOptions } from './kafka.options';
import { planText } from './kafka.plan-text';

/** What `plan` ends with when the brokers are not as they should be, so that a pipeline can tell. */
const DIFFERS = 2;

const show = (plan: TopicPlan, { json }: KafkaOptions): void =>
  say(json === true ? JSON.stringify(plan) : planText(plan));

/** Plans against the brokers as they are, and hands the plan on with the connection still open. */
const planning = async (
  options: KafkaOptions,
  act: (admin: KafkaAdmin, plan: TopicPlan) => Promise<void> | void,
): Promise<void> => {
  const members = membersOf(options);
  const admin = await KafkaAdmin.connect(connectionOf(options));
  try {
    const rules = rulesOf(options);
    const existing = await admin.existing([...members, ...rules.own, ...options.leaver].map(topicOf));
    await act(admin, planTopics(members, existing, rules, options.leaver));
  } finally {
    admin.close();
  }
};

const planned = (options: KafkaOptions): Promise<void> =>
  planning(options, (_, plan) => {
    show(plan, options);
    if (!isDone(plan)) process.exitCode = DIFFERS;
  });

const applied = (options: KafkaOptions): Promise<void> =>
  planning(options, async (admin, plan) => {
    await admin.apply(plan, { prune: options.prune === true });
    show(plan, options);
    if (options.json !== true && !isDone(plan)) say('done');
  });

export const addKafka = (program: Command): void => {
  const kafka = program.command('kafka').description('topics and rights of each authority on Kafka');
  withKafka(kafka.command('plan'))
    .description('show what apply would do; ends with 2 when the brokers are not as they should be')
    .action(planned);
  withKafka(kafka.command('apply'))
    .description('make topics, mend their settings, grant rights; deletes no topic')
    .option('--prune', 'also remove rights on these topics and groups that are not in the plan')
    .action(applied);
};
