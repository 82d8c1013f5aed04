import type { Addressee, NotificationDefinition } from './notification';
import type { RecordedFact } from './recorded';

const isFirstOfItsAuthority = ({ authority }: Addressee, at: number, all: readonly Addressee[]): boolean =>
  all.findIndex((other) => other.authority === authority) === at;

/** The message that a fact leads to; undefined for what stays with its authority. */
export const messageOf = ({ facts }: NotificationDefinition, { type }: Pick<RecordedFact, 'type'>) => {
  const tells = facts[type]?.tells;
  return tells && 'message' in tells ? tells : undefined;
};

/**
 * Whom a type's audience rule names. Whatever a rule says, nobody is told of its own deed, one authority is told once,
 * what is restricted stays with its owner, and an internal fact is told to nobody.
 */
export const toldByLaw = (
  definition: NotificationDefinition,
  fact: RecordedFact,
  earlier: readonly RecordedFact[],
): readonly Addressee[] => {
  if (!messageOf(definition, fact)) return [];
  return definition
    .audience(fact, earlier)
    .filter(({ authority, restricted }) => authority !== fact.metadata.actor.authority && !restricted)
    .filter(isFirstOfItsAuthority);
};
