import type { CivilDate } from '@ibex/kernel';
import { grouped } from '../shared/grouped';
import { dayOf, momentIn, partIn, textOf } from './fact-fields';
import type { Moment } from './fact-fields';
import type { PictureFact } from './picture';

/** `no-longer-told`: this reader hears no more of it, so it cannot know whether it is over. */
export type EpisodeState = 'open' | 'ended' | 'closed' | 'no-longer-told';

/** One notice of a missing episode as its reader sees it. */
export type EpisodeNotice = Readonly<{
  recordRef: string;
  source: string;
  state: EpisodeState;
  started: Moment;
  ended?: Moment;
  /** Told when it was over: a record of the past, about which nothing else was posted. */
  alreadyOver: boolean;
  toldAs?: string;
  facts: readonly PictureFact[];
}>;

/** Notices of several authorities that begin on the same day are one episode. */
export type Episode = Readonly<{
  startedOn: CivilDate;
  state: EpisodeState;
  notices: readonly EpisodeNotice[];
  facts: readonly PictureFact[];
}>;

const lastMoment = (
  facts: readonly PictureFact[],
  name: string,
  types: readonly string[],
): Moment | undefined =>
  facts
    .filter(({ type }) => types.includes(type))
    .map(({ data }) => momentIn(data, name))
    .findLast((moment) => moment !== undefined);

const endOf = (facts: readonly PictureFact[]): Moment | undefined => {
  const corrected = facts
    .filter(({ type }) => type === 'MissingCorrected')
    .map(({ data }) => momentIn(partIn(data, 'end') ?? {}, 'when'))
    .findLast((moment) => moment !== undefined);
  return corrected ?? lastMoment(facts, 'when', ['MissingFound']);
};

const has = (facts: readonly PictureFact[], type: string): boolean =>
  facts.some((fact) => fact.type === type);

const stateOf = (facts: readonly PictureFact[]): EpisodeState => {
  if (has(facts, 'MissingFound')) return 'ended';
  if (has(facts, 'MissingClosed')) return 'closed';
  return facts.at(-1)?.toldAs === 'previous-host' ? 'no-longer-told' : 'open';
};

const toNotice = (facts: readonly PictureFact[]): readonly EpisodeNotice[] => {
  const report = facts.find(({ type }) => type === 'MissingReported');
  const started = lastMoment(facts, 'lastSeen', ['MissingReported', 'MissingCorrected']);
  if (!report || !started || has(facts, 'MissingWithdrawn')) return [];
  const ended = endOf(facts);
  return [
    {
      recordRef: report.recordRef,
      source: report.source,
      state: stateOf(facts),
      started,
      ...(ended && { ended }),
      alreadyOver: report.data['alreadyOver'] === true,
      ...(report.toldAs !== undefined && { toldAs: report.toldAs }),
      facts,
    },
  ];
};

/** Whoever saw the child again ended the episode for all. */
const joint = (states: readonly EpisodeState[]): EpisodeState =>
  (['ended', 'closed', 'open'] as const).find((state) => states.includes(state)) ?? 'no-longer-told';

/** Every episode in these facts, the earliest first. */
export const episodesOf = (facts: readonly PictureFact[]): readonly Episode[] => {
  const missing = facts.filter(({ category }) => category === 'missing');
  const notices = [...grouped(missing, ({ stream }) => stream).values()].flatMap(toNotice);
  const byDay = new Map<string, EpisodeNotice[]>();
  const ofRecord = new Map<string, number>();
  for (const notice of notices) {
    const day = dayOf(notice.started);
    // the second of one record on one day is another episode
    const nth = ofRecord.get(`${day} ${notice.recordRef}`) ?? 0;
    ofRecord.set(`${day} ${notice.recordRef}`, nth + 1);
    const key = `${day} ${String(nth)}`;
    byDay.set(key, [...(byDay.get(key) ?? []), notice]);
  }
  return [...byDay]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, its]) => ({
      startedOn: key.slice(0, 10),
      state: joint(its.map(({ state }) => state)),
      notices: its,
      facts: its.flatMap((notice) => notice.facts),
    }));
};

/** When the child was last seen, as exactly as anybody told it. */
export const startTextOf = ({ notices, startedOn }: Episode): string =>
  notices.map(({ started }) => textOf(started)).find((text) => text.length > 10) ?? startedOn;
