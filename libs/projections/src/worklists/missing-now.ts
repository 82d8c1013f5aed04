import { foldOf, londonDateOf } from '@ibex/kernel';
import type { RecordedFact } from '@ibex/kernel';
import type { Host, MissingData, MissingFact } from '@ibex/notifications';
import { isRestricted, ownerOf } from '../shared/stored-fact';

type Stored = RecordedFact & MissingFact;
type Moment = MissingData['MissingReported']['lastSeen'];

/** What of an episode decides on whose lists it stands. */
export type Episode = Readonly<{
  begins: number;
  stream: string;
  recordRef: string | null;
  owner: string;
  responsible: string;
  host: Host;
  areas: readonly string[];
  startedAt: string;
  startedOn: string;
  isOpen: boolean;
  /** Out of a restricted placement. The latest fact that speaks of it counts. */
  restricted: boolean;
}>;

const isMissingFact = (fact: RecordedFact): fact is Stored => fact.category === 'missing';

const started = (lastSeen: Moment): Pick<Episode, 'startedAt' | 'startedOn'> =>
  'at' in lastSeen
    ? { startedAt: lastSeen.at, startedOn: londonDateOf(lastSeen.at) }
    : { startedAt: lastSeen.on, startedOn: lastSeen.on };

const reported = (fact: RecordedFact, data: MissingData['MissingReported']): Episode => ({
  begins: fact.position,
  stream: fact.stream,
  recordRef: fact.metadata.recordRef ?? null,
  owner: ownerOf(fact, []),
  responsible: data.responsible,
  host: data.host,
  areas: data.areasAtRisk,
  isOpen: true,
  restricted: isRestricted(fact, []),
  ...started(data.lastSeen),
});

const headingFor = (episode: Episode, areas: readonly string[]): Episode => ({
  ...episode,
  areas: [...new Set([...episode.areas, ...areas])],
});

const corrected = (episode: Episode, { host, lastSeen }: MissingData['MissingCorrected']): Episode => ({
  ...episode,
  ...(host === undefined ? {} : { host }),
  ...(lastSeen === undefined ? {} : started(lastSeen)),
});

type Steps = {
  readonly [T in MissingFact['type']]?: (episode: Episode, data: MissingData[T]) => Episode | undefined;
};
const over = (episode: Episode): Episode => ({ ...episode, isOpen: false });

/** What is not named here changes nothing of where the episode is listed. */
const STEPS: Steps = {
  MissingUpdated: (episode, { newAreasAtRisk }) => headingFor(episode, newAreasAtRisk),
  MissingSighted: (episode, { area }) => headingFor(episode, area === undefined ? [] : [area]),
  MissingCorrected: corrected,
  MissingFound: over,
  MissingClosed: over,
  MissingWithdrawn: () => undefined,
};

const goesOn = <T extends MissingFact['type']>(
  episode: Episode,
  type: T,
  data: MissingData[T],
): Episode | undefined => {
  const step = STEPS[type];
  return step ? step(episode, data) : episode;
};

/** As before, unless the fact says otherwise: one that names where the child is placed, and is not marked, opens it. */
const restrictedAfter = ({ restricted }: Episode, fact: Stored): boolean => {
  if (isRestricted(fact, [])) return true;
  return fact.type === 'MissingCorrected' && fact.data.host !== undefined ? false : restricted;
};

export const episodeAfter = (episode: Episode | undefined, fact: RecordedFact): Episode | undefined => {
  if (!isMissingFact(fact)) return episode;
  if (fact.type === 'MissingReported') return reported(fact, fact.data);
  const after = episode && goesOn(episode, fact.type, fact.data);
  return after && { ...after, restricted: restrictedAfter(after, fact) };
};

/** Undefined before the report, and after it was withdrawn as posted in error. */
export const episodeOf = foldOf<Episode | undefined>(undefined, episodeAfter);
