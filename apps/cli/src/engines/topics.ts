import { DEFAULT_TOPIC_RULES, KafkaAdmin, planTopics, topicOf } from '@ibex/adapters/kafka';
import { CANARY_MAILBOX } from '@ibex/delivery';

/** One broker holds everything once. */
const ALONE = { ...DEFAULT_TOPIC_RULES, replicationFactor: 1, minInsyncReplicas: 1, own: [CANARY_MAILBOX] };

/** A topic for each authority on the brokers of a split on one machine, as `ibex kafka apply` makes them. */
export const makeTopics = async (brokers: string, authorities: readonly string[]): Promise<void> => {
  const admin = await KafkaAdmin.connect({ brokers: brokers.split(','), clientId: 'ibex-launcher' });
  try {
    const existing = await admin.existing([...authorities, ...ALONE.own].map(topicOf));
    await admin.apply(planTopics(authorities, existing, ALONE), { prune: false });
  } finally {
    admin.close();
  }
};
