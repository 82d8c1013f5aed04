import type { CivilDate } from '@ibex/kernel';
import type { Host } from '@ibex/notifications';
import { grouped } from '../shared/grouped';
import { dateIn, hostIn, textIn } from './fact-fields';
import type { PictureFact } from './picture';

/** One stay at one placement, as its reader sees it. `endedOn`: first day on which the child was no longer there. */
export type Stay = Readonly<{
  recordRef: string;
  owner: string;
  startsOn: CivilDate;
  endedOn?: CivilDate;
  /** Undefined where it is withheld from the reader. */
  host: Host | undefined;
  /** SSDA903 reason for a new episode, of the first stay of a placement. */
  reason?: string;
  /** The reader hears no more of this placement. */
  isForgotten: boolean;
  facts: readonly PictureFact[];
}>;

type Stays = readonly Stay[];

const withLast = (stays: Stays, change: Partial<Stay>): Stays =>
  stays.map((stay, index) => (index === stays.length - 1 ? { ...stay, ...change } : stay));

const toStay = (fact: PictureFact, startsOn: CivilDate): Stay => {
  const reason = textIn(fact.data, 'reasonForNewEpisode');
  return {
    recordRef: fact.recordRef,
    owner: fact.owner,
    startsOn,
    host: hostIn(fact.data),
    ...(reason !== undefined && { reason }),
    isForgotten: false,
    facts: [fact],
  };
};

const changed = (stays: Stays, fact: PictureFact): Stays => {
  const changedOn = dateIn(fact.data, 'changedOn');
  return changedOn === undefined
    ? stays
    : [...withLast(stays, { endedOn: changedOn }), toStay(fact, changedOn)];
};

/** The stay at `index` as it should have been; the last begins when the carer moved, which ended the one before. */
const correctedAt = (index: number, last: number, { data }: PictureFact): Partial<Stay> => {
  const [startsOn, changedOn, endedOn] = ['startsOn', 'changedOn', 'endedOn'].map((name) =>
    dateIn(data, name),
  );
  const host = hostIn(data);
  if (index === last - 1 && changedOn !== undefined) return { endedOn: changedOn };
  if (index !== last) return {};
  const began = last > 0 ? changedOn : startsOn;
  return {
    ...(began !== undefined && { startsOn: began }),
    ...(endedOn !== undefined && { endedOn }),
    ...(host && { host }),
  };
};

const corrected = (stays: Stays, fact: PictureFact): Stays => {
  const startsOn = dateIn(fact.data, 'startsOn');
  const last = stays.length - 1;
  return stays.map((stay, index) => ({
    ...stay,
    ...(index === 0 && startsOn !== undefined && { startsOn }),
    ...correctedAt(index, last, fact),
  }));
};

const step = (stays: Stays, fact: PictureFact): Stays => {
  switch (fact.type) {
    case 'PlacementNotified': {
      const startsOn = dateIn(fact.data, 'startsOn');
      return startsOn === undefined ? stays : [toStay(fact, startsOn)];
    }
    case 'PlacementChanged':
      return changed(stays, fact);
    case 'PlacementCorrected':
      return withFact(corrected(stays, fact), fact);
    case 'PlacementEnded': {
      const endedOn = dateIn(fact.data, 'endedOn');
      return endedOn === undefined ? stays : withFact(withLast(stays, { endedOn }), fact);
    }
    case 'PlacementWithdrawn':
      return [];
    default:
      return stays;
  }
};

const withFact = (stays: Stays, fact: PictureFact): Stays =>
  withLast(stays, { facts: [...(stays.at(-1)?.facts ?? []), fact] });

const ofPlacement = (facts: readonly PictureFact[]): Stays => {
  const stays = facts.reduce<Stays>(step, []);
  return facts.at(-1)?.toldAs === 'previous-host' ? withLast(stays, { isForgotten: true }) : stays;
};

/** Every stay in these facts, the earliest first. */
export const staysOf = (facts: readonly PictureFact[]): Stays => {
  const placements = facts.filter(({ category }) => category === 'placement');
  return [...grouped(placements, ({ stream }) => stream).values()]
    .flatMap(ofPlacement)
    .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : one.startsOn > other.startsOn ? 1 : 0));
};

export const isCurrent = ({ startsOn, endedOn, isForgotten }: Stay, today: CivilDate): boolean =>
  !isForgotten && startsOn <= today && (endedOn === undefined || endedOn > today);
