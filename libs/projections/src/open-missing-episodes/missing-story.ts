import { foldOf, londonDateOf } from '@ibex/kernel';
import type { RecordedFact } from '@ibex/kernel';
import type { Host, MissingData, MissingFact, MissingFactType } from '@ibex/notifications';
import type { MissingEpisodeRow } from './open-missing-episodes.schema';

type Stored = RecordedFact & MissingFact;
type Moment = MissingData['MissingReported']['lastSeen'];

/** An episode as its facts tell it, and where the child may head for or was seen, GSS codes. */
export type MissingStory = Readonly<{ episode: MissingEpisodeRow; areas: readonly string[] }>;

const isMissingFact = (fact: RecordedFact): fact is Stored => fact.category === 'missing';
const textOf = (moment: Moment): string => ('at' in moment ? moment.at : moment.on);
const dayOf = (moment: Moment): string => ('at' in moment ? londonDateOf(moment.at) : moment.on);

type Change = Partial<MissingEpisodeRow>;
const changed = (story: MissingStory, change: Change, areas: readonly string[] = []): MissingStory => ({
  episode: { ...story.episode, ...change },
  areas: areas.length === 0 ? story.areas : [...new Set([...story.areas, ...areas])],
});

const started = (lastSeen: Moment): Pick<MissingEpisodeRow, 'startedAt' | 'startedOn'> => ({
  startedAt: textOf(lastSeen),
  startedOn: dayOf(lastSeen),
});
const over = (when: Moment): Pick<MissingEpisodeRow, 'endedAt' | 'endedOn'> => ({
  endedAt: textOf(when),
  endedOn: dayOf(when),
});

const placed = (host: Host): Pick<MissingEpisodeRow, 'hostKind' | 'hostCode' | 'restricted'> => ({
  hostKind: host.kind,
  hostCode: host.kind === 'authority' ? host.gss : host.kind === 'outside-england' ? host.code : null,
  restricted: host.kind === 'withheld' ? 1 : 0,
});

const toldOf = (data: MissingData['MissingReported'] | MissingData['MissingUpdated']): Change => ({
  ...(data.risk === undefined ? {} : { risk: data.risk }),
  ...(data.policeForce === undefined ? {} : { policeForce: data.policeForce }),
  ...(data.kind === undefined ? {} : { kind: data.kind }),
});

const NOTHING_YET = {
  state: 'open',
  risk: null,
  policeForce: null,
  endedAt: null,
  endedOn: null,
  ending: null,
  turnedEighteenOn: null,
  sightedAt: null,
  sightedArea: null,
  interview: 'none',
  strategyDiscussedAt: null,
  acknowledgements: 0,
} as const;

const reported = (fact: RecordedFact, data: MissingData['MissingReported']): MissingStory => ({
  episode: {
    ...NOTHING_YET,
    begins: fact.position,
    stream: fact.stream,
    recordRef: fact.metadata.recordRef ?? null,
    owner: fact.metadata.actor.authority,
    responsible: data.responsible,
    kind: data.kind,
    missingFrom: data.from,
    reportedAt: fact.recordedAt,
    numberKnownToOwner: data.episodeNumberKnownToOwner ?? null,
    ...toldOf(data),
    ...placed(data.host),
    ...started(data.lastSeen),
  },
  areas: data.areasAtRisk,
});

const correctedBy = (data: MissingData['MissingCorrected']): Change => ({
  ...(data.kind === undefined ? {} : { kind: data.kind }),
  ...(data.policeForce === undefined ? {} : { policeForce: data.policeForce }),
  ...(data.host === undefined ? {} : placed(data.host)),
  ...(data.lastSeen === undefined ? {} : started(data.lastSeen)),
  ...(data.end === undefined ? {} : over(data.end.when)),
});

const STEPS: {
  readonly [T in MissingFactType]: (story: MissingStory, data: MissingData[T]) => MissingStory | undefined;
} = {
  MissingReported: (story) => story,
  MissingUpdated: (story, data) => changed(story, toldOf(data), data.newAreasAtRisk),
  MissingSighted: (story, { when, area }) =>
    changed(story, { sightedAt: textOf(when), sightedArea: area ?? null }, area === undefined ? [] : [area]),
  MissingFound: (story, { when, ending }) => changed(story, { state: 'ended', ending, ...over(when) }),
  MissingInterviewOffered: (story) => changed(story, { interview: 'offered' }),
  MissingInterviewAccepted: (story) => changed(story, { interview: 'accepted' }),
  MissingInterviewHeld: (story) => changed(story, { interview: 'held' }),
  MissingInterviewDeclined: (story) => changed(story, { interview: 'declined' }),
  MissingStrategyDiscussed: (story, { when }) => changed(story, { strategyDiscussedAt: textOf(when) }),
  MissingClosed: (story, { turnedEighteenOn }) => changed(story, { state: 'closed', turnedEighteenOn }),
  MissingCorrected: (story, data) => changed(story, correctedBy(data)),
  MissingWithdrawn: () => undefined,
  MissingAcknowledged: (story) => changed(story, { acknowledgements: story.episode.acknowledgements + 1 }),
};

const step = <T extends MissingFactType>(
  story: MissingStory,
  type: T,
  data: MissingData[T],
): MissingStory | undefined => STEPS[type](story, data);

/** The story once a fact has gone on with it. */
export const missingStoryAfter = (
  story: MissingStory | undefined,
  fact: RecordedFact,
): MissingStory | undefined => {
  if (!isMissingFact(fact)) return story;
  return fact.type === 'MissingReported'
    ? reported(fact, fact.data)
    : story && step(story, fact.type, fact.data);
};

/** Undefined after the report was withdrawn as posted in error. */
export const missingStory = foldOf<MissingStory | undefined>(undefined, missingStoryAfter);
