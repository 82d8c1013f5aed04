import type { Addressee, NotificationDefinition, RecordedFact } from '@ibex/kernel';

/**
 * Who is told of a fact: as the type's audience rule says, save that nobody is told of its own deed, that what is
 * restricted or internal stays where it is, and that one authority is told once.
 */
export const addresseesOf = (
  definition: NotificationDefinition,
  fact: RecordedFact,
  earlier: readonly RecordedFact[],
): readonly Addressee[] => {
  const tells = definition.facts[fact.type]?.tells;
  if (!tells || !('message' in tells)) return [];
  const told = new Map<string, Addressee>();
  for (const addressee of definition.audience(fact, earlier)) {
    const { authority, restricted } = addressee;
    if (authority === fact.metadata.actor.authority || restricted === true || told.has(authority)) continue;
    told.set(authority, addressee);
  }
  return [...told.values()];
};
