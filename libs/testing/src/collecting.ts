import type { RecordedFact, SubscriptionMessage } from '@ibex/kernel';

/** Every fact of a read, in one list. */
export const allOf = async (
  batches: AsyncIterable<readonly RecordedFact[]>,
): Promise<readonly RecordedFact[]> => {
  const facts: RecordedFact[] = [];
  for await (const batch of batches) facts.push(...batch);
  return facts;
};

/** The messages of a subscription until one satisfies, which is the last of them. */
export const messagesUntil = async (
  messages: AsyncIterable<SubscriptionMessage>,
  enough: (message: SubscriptionMessage, sofar: readonly SubscriptionMessage[]) => boolean,
): Promise<readonly SubscriptionMessage[]> => {
  const taken: SubscriptionMessage[] = [];
  for await (const message of messages) {
    taken.push(message);
    if (enough(message, taken)) break;
  }
  return taken;
};

export const factsOf = (messages: readonly SubscriptionMessage[]): readonly RecordedFact[] =>
  messages.flatMap((message) => (message.kind === 'facts' ? message.facts : []));

export const idsOf = (facts: readonly Readonly<{ id: string }>[]): readonly string[] =>
  facts.map((fact) => fact.id);
