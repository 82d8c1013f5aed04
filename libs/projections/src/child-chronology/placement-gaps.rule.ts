import type { CivilDate } from '@ibex/kernel';
import { grouped } from '../shared/grouped';
import type { Gap, ShownFact } from './gap';

/** `endedOn`: first day on which it was over; absent while it lasts. `isLast`: with it the child left care. */
type Stay = Readonly<{ startsOn: CivilDate; endedOn?: CivilDate; isLast: boolean }>;
type Said = Readonly<{ startsOn?: CivilDate; endedOn?: CivilDate; reason?: string }>;

/** SSDA903 "reason episode ceased": a new episode begins on the same day. Every other code ends care. */
const GOES_ON = 'X1';

const saidIn = ({ data }: ShownFact): Said =>
  Object.fromEntries(
    [
      ['startsOn', data['startsOn']] as const,
      ['endedOn', data['endedOn']] as const,
      ['reason', data['reasonEpisodeCeased']] as const,
    ].filter(([, value]) => typeof value === 'string'),
  );

const begun = ({ startsOn }: Said): Stay | undefined =>
  startsOn === undefined ? undefined : { startsOn, isLast: false };

/** The whole as it should have been: without an end it goes on. */
const corrected = ({ isLast, ...stay }: Stay, { startsOn = stay.startsOn, endedOn }: Said): Stay =>
  endedOn === undefined ? { startsOn, isLast: false } : { startsOn, endedOn, isLast };

const ended = (stay: Stay, { endedOn, reason }: Said): Stay =>
  endedOn === undefined ? stay : { ...stay, endedOn, isLast: reason !== undefined && reason !== GOES_ON };

const stayAfter = (stay: Stay | undefined, fact: ShownFact): Stay | undefined => {
  if (fact.type === 'PlacementNotified') return begun(saidIn(fact));
  if (!stay || fact.type === 'PlacementWithdrawn') return undefined;
  if (fact.type === 'PlacementCorrected') return corrected(stay, saidIn(fact));
  return fact.type === 'PlacementEnded' ? ended(stay, saidIn(fact)) : stay;
};

const isStay = (stay: Stay | undefined): stay is Stay => stay !== undefined;

const staysIn = (facts: readonly ShownFact[]): readonly Stay[] => {
  const placements = grouped(
    facts.filter(({ category }) => category === 'placement'),
    ({ stream }) => stream,
  );
  return [...placements.values()]
    .map((notice) => notice.reduce<Stay | undefined>(stayAfter, undefined))
    .filter(isStay)
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
};

const between = (from: CivilDate, to: CivilDate): Gap => ({
  ...{ kind: 'between-placements', from, to },
  unknown: `Where the child lived from ${from} until ${to}: you see no placement on record`,
});
const after = (from: CivilDate): Gap => ({
  ...{ kind: 'after-placement', from },
  unknown: `Where the child lives since ${from}: a placement ended, and neither another one nor the end of care is on record`,
});

/** The stay that reaches furthest. */
const further = (one: Stay, other: Stay): Stay => {
  if (one.endedOn === undefined) return one;
  return other.endedOn === undefined || other.endedOn >= one.endedOn ? other : one;
};

/** Whether somebody should have told where the child was from the end of a stay on. */
const isOpenEnd = ({ endedOn, isLast }: Stay, until: CivilDate): boolean =>
  endedOn !== undefined && endedOn < until && !isLast;

/**
 * Holes in the course of placements, whoever placed. Once a child has left care, nothing has to be on record. Where a
 * child went next is not for those who were told of one placement alone, so the last end is a gap to owners only.
 */
export const placementGaps = (
  facts: readonly ShownFact[],
  { today, seesAll }: Readonly<{ today: CivilDate; seesAll: boolean }>,
): readonly Gap[] => {
  const [first, ...others] = staysIn(facts);
  if (!first) return [];
  const gaps: Gap[] = [];
  let covered = first;
  for (const stay of others) {
    const { endedOn = '' } = covered;
    if (isOpenEnd(covered, stay.startsOn)) gaps.push(between(endedOn, stay.startsOn));
    covered = further(covered, stay);
  }
  const { endedOn = '' } = covered;
  return seesAll && isOpenEnd(covered, today) ? [...gaps, after(endedOn)] : gaps;
};
