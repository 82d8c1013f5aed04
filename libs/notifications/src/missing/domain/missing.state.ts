import { findHostAuthority } from '../../shared/domain/host';
import type { Host } from '../../shared/domain/host';
import type { MissingKind } from '../../shared/domain/ssda903.codes';
import type { MissingData, MissingFact, MissingFactType } from './missing.events';
import type { Moment } from './missing.moment';

export type InterviewStage = 'none' | 'offered' | 'accepted' | 'declined' | 'held';

/** What the rules know of an episode that was reported. */
export type Episode = Readonly<{
  reporter: string;
  responsible: string;
  host: Host;
  /** Told as host before a correction named another. */
  formerHosts: readonly string[];
  /** Told because the child may head there, or was seen there. */
  areas: readonly string[];
  kind: MissingKind;
  lastSeen: Moment;
  alreadyOver: boolean;
  interview: InterviewStage;
  /** Holds the return interview for the responsible authority. */
  commissioned?: string;
}>;

export type KnownEpisode =
  | Readonly<{ phase: 'open'; episode: Episode }>
  | Readonly<{ phase: 'ended'; episode: Episode; ended: Moment }>
  | Readonly<{ phase: 'closed'; episode: Episode }>
  | Readonly<{ phase: 'withdrawn'; episode: Episode }>;
export type MissingState = Readonly<{ phase: 'unknown' }> | KnownEpisode;

export const initialMissing: MissingState = { phase: 'unknown' };

export const isRestricted = ({ host }: Episode): boolean => host.kind === 'withheld';

const joined = (list: readonly string[], more: readonly (string | undefined)[]): readonly string[] => [
  ...new Set([...list, ...more.filter((gss) => gss !== undefined)]),
];

const amended = (state: KnownEpisode, change: Partial<Episode>): KnownEpisode => ({
  ...state,
  episode: { ...state.episode, ...change },
});

const opened = (data: MissingData['MissingReported']): KnownEpisode => ({
  phase: 'open',
  episode: {
    reporter: data.by,
    responsible: data.responsible,
    host: data.host,
    formerHosts: [],
    areas: joined([], data.areasAtRisk),
    kind: data.kind,
    lastSeen: data.lastSeen,
    alreadyOver: data.alreadyOver,
    interview: 'none',
  },
});

const corrected = (state: KnownEpisode, data: MissingData['MissingCorrected']): KnownEpisode => {
  const { host, formerHosts } = state.episode;
  const next = amended(state, {
    ...(data.kind && { kind: data.kind }),
    ...(data.lastSeen && { lastSeen: data.lastSeen }),
    ...(data.host && {
      host: data.host,
      formerHosts: joined(formerHosts, [findHostAuthority(host)]).filter(
        (gss) => data.host && gss !== findHostAuthority(data.host),
      ),
    }),
  });
  return next.phase === 'ended' && data.end ? { ...next, ended: data.end.when } : next;
};

const atStage =
  (interview: InterviewStage) =>
  (state: KnownEpisode): KnownEpisode =>
    amended(state, { interview });
const unchanged = (state: KnownEpisode): KnownEpisode => state;

const STEPS: {
  readonly [T in MissingFactType]: (state: KnownEpisode, data: MissingData[T]) => KnownEpisode;
} = {
  MissingReported: unchanged,
  MissingUpdated: (state, { kind, newAreasAtRisk }) =>
    amended(state, {
      areas: joined(state.episode.areas, newAreasAtRisk),
      ...(kind && { kind }),
    }),
  MissingSighted: (state, { area }) => amended(state, { areas: joined(state.episode.areas, [area]) }),
  MissingFound: ({ episode }, { when }) => ({ phase: 'ended', episode, ended: when }),
  MissingInterviewOffered: (state, { commissioned }) =>
    amended(state, { interview: 'offered', ...(commissioned && { commissioned }) }),
  MissingInterviewAccepted: atStage('accepted'),
  MissingInterviewHeld: atStage('held'),
  MissingInterviewDeclined: atStage('declined'),
  MissingStrategyDiscussed: unchanged,
  MissingClosed: ({ episode }) => ({ phase: 'closed', episode }),
  MissingCorrected: corrected,
  MissingWithdrawn: ({ episode }) => ({ phase: 'withdrawn', episode }),
  MissingAcknowledged: unchanged,
};

const step = <T extends MissingFactType>(state: KnownEpisode, type: T, data: MissingData[T]): KnownEpisode =>
  STEPS[type](state, data);

/** Never refuses: what is recorded happened. A fact before the report itself says nothing. */
export const evolveMissing = (state: MissingState, fact: MissingFact): MissingState => {
  if (state.phase !== 'unknown') return step(state, fact.type, fact.data);
  return fact.type === 'MissingReported' ? opened(fact.data) : state;
};
