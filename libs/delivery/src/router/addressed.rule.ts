import type { Addressee, NotificationDefinition, RecordedFact } from '@ibex/kernel';

/** One telling: which message goes to whom, and how it is addressed. */
export type Telling = Readonly<{ type: string; messageVersion: number; addressees: readonly Addressee[] }>;

const isFirstOfItsAuthority = ({ authority }: Addressee, at: number, all: readonly Addressee[]): boolean =>
  all.findIndex((other) => other.authority === authority) === at;

/**
 * Who is told of a fact, as the type's audience rule says. Whatever a rule says, nobody is told of its own deed, one
 * authority is told once, and what is restricted stays with its owner.
 */
export const tellingOf = (
  definition: NotificationDefinition,
  fact: RecordedFact,
  earlier: readonly RecordedFact[],
): Telling | undefined => {
  const tells = definition.facts[fact.type]?.tells;
  if (!tells || !('message' in tells)) return undefined;
  const addressees = definition
    .audience(fact, earlier)
    .filter(({ authority, restricted }) => authority !== fact.metadata.actor.authority && !restricted)
    .filter(isFirstOfItsAuthority);
  return addressees.length === 0
    ? undefined
    : { type: tells.message, messageVersion: tells.version, addressees };
};

/** Whether any fact of the type ever leaves its authority. */
export const isTold = (definition: NotificationDefinition): boolean =>
  Object.values(definition.facts).some(({ tells }) => 'message' in tells);
