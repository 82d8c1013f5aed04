import type { RecordedFact } from '@ibex/kernel';
import { isMoveFact } from '../domain/move.events';
import { historyOf } from '../domain/move.history';
import { gssOf, partiesTo } from '../domain/move.state';
import type { KnownMove } from '../domain/move.state';
import { MOVE_FACTS } from './move.messages';

/** What holds the new address or may lead to it: refuge and flight from abuse. Whoever needs it asks the sender. */
const OF_PROTECTED = [
  'newAddress',
  'newPostcode',
  'homePostcode',
  'householdDescription',
  'narrative',
  'explanation',
] as const;

/** The authorities of a move, other than the one that asks. */
const placesWithheld = ({ move }: KnownMove, addressee: string): readonly string[] =>
  (['fromAuthority', 'toAuthority'] as const).filter((side) => gssOf(move[side]) !== addressee);

/**
 * Fields that addressees may not see. Of a protected address whatever may lead to it, in the words of either side. An
 * authority that a correction found to be no party learns that it was told in error, and neither from where nor to
 * where the child moves.
 */
export const withheldOfMove = (
  fact: RecordedFact,
  addressee?: string,
  earlier: readonly RecordedFact[] = [],
): readonly string[] => {
  const state = historyOf([...earlier, fact]).at(-1)?.state;
  if (!isMoveFact(fact) || !state) return OF_PROTECTED;
  const isParty = addressee === undefined || partiesTo(state.move).includes(addressee);
  return [
    ...(state.move.addressRestricted ? OF_PROTECTED : []),
    ...(isParty ? [] : [...MOVE_FACTS[fact.type].personal, ...placesWithheld(state, addressee)]),
  ];
};
