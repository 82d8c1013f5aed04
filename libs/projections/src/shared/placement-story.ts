import type { Host, PlacementFact } from '@ibex/notifications';
import { foldOf } from '@ibex/kernel';
import type { CivilDate, RecordedFact } from '@ibex/kernel';

type Stored = RecordedFact & PlacementFact;
type Particulars = (Stored & { type: 'PlacementNotified' | 'PlacementCorrected' })['data'];

/** The personal part of one fact, still sealed. */
export type SealedPart = readonly [factId: string, sealed: string];

/** One stay in the area of one authority. `endedOn`: first day on which the child was no longer placed there. */
export type Stay = Readonly<{
  host: Host;
  restricted: boolean;
  startsOn: CivilDate;
  endedOn: CivilDate | null;
  /** When IBEX recorded what this host is told of, and what it answered; UTC. */
  recordedAt: string;
  acknowledgedAt: string | null;
  respondedAt: string | null;
  sealed: readonly SealedPart[];
}>;

/** A placement as its facts tell it: what is known of it now, and the stays, oldest first, at least one. */
export type PlacementStory = Readonly<{
  owner: string;
  recordRef: string | null;
  known: Particulars;
  stays: readonly Stay[];
}>;

/** Every fact of a stream of this category is one. */
export const isPlacementFact = (fact: RecordedFact): fact is Stored => fact.category === 'placement';

const sealedOf = ({ id, sealed }: RecordedFact): readonly SealedPart[] =>
  sealed === undefined ? [] : [[id, sealed]];

const toStay = (
  fact: Stored,
  stay: Readonly<{ host: Host; restricted: boolean; startsOn: CivilDate }>,
): Stay => ({
  ...stay,
  endedOn: null,
  recordedAt: fact.recordedAt,
  acknowledgedAt: null,
  respondedAt: null,
  sealed: sealedOf(fact),
});

const opened = (fact: Stored & { type: 'PlacementNotified' }): PlacementStory => ({
  owner: fact.metadata.actor.authority,
  recordRef: fact.metadata.recordRef ?? null,
  known: fact.data,
  stays: [
    toStay(fact, {
      host: fact.data.host,
      restricted: fact.data.restricted,
      startsOn: fact.data.startsOn,
    }),
  ],
});

const withLast = (story: PlacementStory, change: (stay: Stay) => Stay): PlacementStory => ({
  ...story,
  stays: story.stays.map((stay, index) => (index === story.stays.length - 1 ? change(stay) : stay)),
});

const moved = (story: PlacementStory, fact: Stored & { type: 'PlacementChanged' }): PlacementStory => {
  const { host, restricted, changedOn, carePlan, assessment, notice } = fact.data;
  const left = withLast(story, (stay) => ({ ...stay, endedOn: changedOn }));
  return {
    ...left,
    known: { ...story.known, host, restricted, carePlan, assessment, notice },
    stays: [...left.stays, toStay(fact, { host, restricted, startsOn: changedOn })],
  };
};

const sameHost = (one: Host, other: Host): boolean =>
  one.kind === 'authority' && other.kind === 'authority' ? one.gss === other.gss : one.kind === other.kind;

/** The last stay as it should have been. Another host was told only now and has answered nothing yet. */
const correctedStay = (stay: Stay, fact: Stored & { type: 'PlacementCorrected' }): Stay => {
  const { host, restricted, endedOn } = fact.data;
  const told = sameHost(stay.host, host)
    ? stay
    : { ...stay, recordedAt: fact.recordedAt, acknowledgedAt: null, respondedAt: null };
  return { ...told, host, restricted, endedOn: endedOn ?? null, sealed: [...stay.sealed, ...sealedOf(fact)] };
};

/** The first stay begins when the placement does; the last one when the carer moved, which ended the one before. */
const redated = (
  stays: readonly Stay[],
  { startsOn, changedOn }: Readonly<{ startsOn: CivilDate; changedOn?: CivilDate }>,
): readonly Stay[] => {
  const begun = stays.map((stay, index) => (index === 0 ? { ...stay, startsOn } : stay));
  if (changedOn === undefined || begun.length === 1) return begun;
  const last = begun.length - 1;
  return begun.map((stay, index) => {
    if (index === last) return { ...stay, startsOn: changedOn };
    return index === last - 1 ? { ...stay, endedOn: changedOn } : stay;
  });
};

const corrected = (story: PlacementStory, fact: Stored & { type: 'PlacementCorrected' }): PlacementStory =>
  withLast({ ...story, known: fact.data, stays: redated(story.stays, fact.data) }, (stay) =>
    correctedStay(stay, fact),
  );

const supplied = (
  story: PlacementStory,
  { data }: Stored & { type: 'PlacementSupplied' },
): PlacementStory => ({
  ...story,
  known: {
    ...story.known,
    ...(data.supplied.includes('care-plan') ? { carePlan: 'supplied' } : {}),
    ...(data.supplied.includes('assessment') ? { assessment: 'supplied' } : {}),
  },
});

type Answer = Stored & { type: 'PlacementAcknowledged' | 'PlacementResponded' };

/** The latest stay with the authority that answers. */
const answered = (story: PlacementStory, fact: Answer): PlacementStory => {
  const { by } = fact.data;
  const at = story.stays.findLastIndex(({ host }) => host.kind === 'authority' && host.gss === by);
  const answer =
    fact.type === 'PlacementAcknowledged'
      ? { acknowledgedAt: fact.recordedAt }
      : { respondedAt: fact.recordedAt };
  return {
    ...story,
    stays: story.stays.map((stay, index) => (index === at ? { ...stay, ...answer } : stay)),
  };
};

type Amendment = Stored & { type: 'PlacementSupplied' | 'PlacementChanged' | 'PlacementCorrected' };

const amended = (story: PlacementStory, fact: Amendment): PlacementStory => {
  switch (fact.type) {
    case 'PlacementSupplied':
      return supplied(story, fact);
    case 'PlacementChanged':
      return moved(story, fact);
    case 'PlacementCorrected':
      return corrected(story, fact);
  }
};

const afterFact = (story: PlacementStory | undefined, fact: Stored): PlacementStory | undefined => {
  if (fact.type === 'PlacementNotified') return opened(fact);
  if (!story || fact.type === 'PlacementHostConsulted') return story;
  if (fact.type === 'PlacementWithdrawn') return undefined;
  if (fact.type === 'PlacementAcknowledged' || fact.type === 'PlacementResponded')
    return answered(story, fact);
  return fact.type === 'PlacementEnded'
    ? withLast(story, (stay) => ({ ...stay, endedOn: fact.data.endedOn }))
    : amended(story, fact);
};

/** The story once a fact has gone on with it. */
export const storyAfter = (
  story: PlacementStory | undefined,
  fact: RecordedFact,
): PlacementStory | undefined => (isPlacementFact(fact) ? afterFact(story, fact) : story);

/** Undefined before the placement was notified, and after it was withdrawn as posted in error. */
export const placementStory = foldOf<PlacementStory | undefined>(undefined, storyAfter);
