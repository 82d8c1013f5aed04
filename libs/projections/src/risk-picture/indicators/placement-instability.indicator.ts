import type { CivilDate } from '@ibex/kernel';
import { isCivilDate } from '@ibex/kernel';
import { grouped } from '../../shared/grouped';
import { absence } from '../absence';
import { dateIn } from '../fact-fields';
import type { Finding, Indicator, Picture, PictureFact } from '../picture';
import { staysOf } from '../stays';
import type { Stay } from '../stays';

/** The same day a year before; of 29 February the 28th. */
export const yearBefore = (today: CivilDate): CivilDate => {
  const before = `${String(Number(today.slice(0, 4)) - 1).padStart(4, '0')}${today.slice(4)}`;
  return isCivilDate(before) ? before : `${before.slice(0, 8)}28`;
};

/** SSDA903: started to be looked after, or the legal status alone changed. */
const IS_NO_MOVE: readonly (string | undefined)[] = ['S', 'L'];

const moveDayOf = (facts: readonly PictureFact[]): CivilDate | undefined =>
  facts.some(({ type }) => type === 'MoveWithdrawn' || type === 'MoveNotArrived')
    ? undefined
    : facts.map(({ data }) => dateIn(data, 'movedOn')).findLast((day) => day !== undefined);

const areaMovesIn = (picture: Picture, isInYear: (day: CivilDate) => boolean) => {
  const moves = picture.facts.filter(({ category }) => category === 'move');
  return [...grouped(moves, ({ stream }) => stream).values()].flatMap((facts) => {
    const day = moveDayOf(facts);
    return day !== undefined && isInYear(day) ? [{ day, facts }] : [];
  });
};

/** One a day: several records of a child may tell of the same change. */
const changesIn = (stays: readonly Stay[], isInYear: (day: CivilDate) => boolean): readonly Stay[] =>
  stays
    .slice(1)
    .filter(({ startsOn, reason }) => isInYear(startsOn) && !IS_NO_MOVE.includes(reason))
    .filter(({ startsOn }) => startsOn !== stays[0]?.startsOn);

const of = (picture: Picture): Finding => {
  const { today } = picture;
  const since = yearBefore(today);
  const isInYear = (day: CivilDate): boolean => day > since && day <= today;
  const changes = changesIn(staysOf(picture.facts), isInYear);
  const moves = areaMovesIn(picture, isInYear);
  if (changes.length + moves.length === 0)
    return absence(picture, ['placement'], 'No change of placement in the last twelve months.');
  const days = [...new Set(changes.map(({ startsOn }) => startsOn))];
  const moveDays = [...new Set(moves.map(({ day }) => day))];
  return {
    state: 'found',
    says: 'The child moved in the last twelve months.',
    values: [
      { label: 'changes of placement', count: days.length },
      { label: 'notified moves from one area to another', count: moveDays.length },
      ...days.map((on) => ({ label: 'placement changed', on })),
      ...moveDays.map((on) => ({ label: 'moved area', on })),
    ],
    facts: [...changes, ...moves].flatMap(({ facts }) => facts),
  };
};

export const placementInstability: Indicator = {
  name: 'placement-instability',
  title: 'Moves in twelve months',
  definition:
    'How many times the placement changed in the last twelve months: each new placement after the first that is known, and each move with the carer. The start of being looked after and a change of legal status alone are no moves; changes on the same day are one. Notified moves of a family or young person from one area to another stand beside it and are not added.',
  window: 'Twelve months up to today, by the day on which it happened.',
  group: 'course',
  notifications: ['placement', 'move'],
  of,
};
