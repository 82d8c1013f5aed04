import { messageOf, toldByLaw } from '@ibex/kernel';
import type { Addressee, NotificationDefinition, RecordedFact } from '@ibex/kernel';

/** One telling: which message goes to whom, and how it is addressed. */
export type Telling = Readonly<{ type: string; messageVersion: number; addressees: readonly Addressee[] }>;

/** Who is told of a fact: by law, as the type's audience rule says, and then those whom agreements add. */
export const tellingOf = (
  definition: NotificationDefinition,
  fact: RecordedFact,
  earlier: readonly RecordedFact[],
  byAgreement: readonly Addressee[] = [],
): Telling | undefined => {
  const tells = messageOf(definition, fact);
  if (!tells) return undefined;
  const addressees = [...toldByLaw(definition, fact, earlier), ...byAgreement];
  return addressees.length === 0
    ? undefined
    : { type: tells.message, messageVersion: tells.version, addressees };
};

/** Whether any fact of the type ever leaves its authority. */
export const isTold = (definition: NotificationDefinition): boolean =>
  Object.values(definition.facts).some(({ tells }) => 'message' in tells);

/** Whether it tells of a child’s course: not what the service tells of its own doing. */
export const isNotice = (definition: NotificationDefinition): boolean =>
  definition.ofTheService !== true && isTold(definition);
