import type { Addressee, NotificationDefinition } from './notification';
import type { RecordedFact } from './recorded';

const isFirstOfItsAuthority = ({ authority }: Addressee, at: number, all: readonly Addressee[]): boolean =>
  all.findIndex((other) => other.authority === authority) === at;

/**
 * Whom a type's audience rule names. Whatever a rule says, nobody is told of its own deed, one authority is told once,
 * what is restricted stays with its owner, and an internal fact is told to nobody.
 */
export const toldByLaw = (
  definition: NotificationDefinition,
  fact: RecordedFact,
  earlier: readonly RecordedFact[],
): readonly Addressee[] => {
  const tells = definition.facts[fact.type]?.tells;
  if (!tells || !('message' in tells)) return [];
  return definition
    .audience(fact, earlier)
    .filter(({ authority, restricted }) => authority !== fact.metadata.actor.authority && !restricted)
    .filter(isFirstOfItsAuthority);
};
