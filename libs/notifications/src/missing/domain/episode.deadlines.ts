import {
  acknowledgementKey,
  establishHostDuty,
  STRATEGY_DISCUSSION,
  strategyDuty,
  TELL_HOST,
  tellHostDuty,
} from './missing.duties';
import { isPast } from './missing.history';
import { returnInterview } from './interview.deadlines';
import { acknowledgements, meet, noticeOf, release } from './missing.turn';
import type { Changes, Turn } from './missing.turn';

/** An answer to the notice is moot once nobody is looking for the child any more. */
const isMootAfterwards = (key: string): boolean =>
  key.startsWith(acknowledgementKey('')) || key === STRATEGY_DISCUSSION;

const strategy = ({ fact, after, open }: Turn<'MissingReported' | 'MissingUpdated'>): Changes =>
  fact.data.risk === 'high' && !isPast(fact, after.episode) && !open.includes(STRATEGY_DISCUSSION)
    ? [strategyDuty(after.episode, noticeOf(fact))]
    : [];

/** An unknown host is always to be established, for old episodes too: else the host's history has a gap. */
const host = ({ fact, after: { episode } }: Turn<'MissingReported'>): Changes => {
  if (episode.host.kind === 'unknown') return [establishHostDuty(episode)];
  const elsewhere = episode.host.kind === 'authority' && episode.host.gss !== episode.responsible;
  if (!elsewhere || isPast(fact, episode)) return [];
  return [tellHostDuty(episode), { change: 'met', key: TELL_HOST, at: fact.recordedAt }];
};

export const onReported = (turn: Turn<'MissingReported'>): Changes => [
  ...host(turn),
  ...acknowledgements(turn),
  ...strategy(turn),
];

export const onUpdated = (turn: Turn<'MissingUpdated'>): Changes => [
  ...acknowledgements(turn),
  ...strategy(turn),
];

export const onFound = ({ fact, after, open }: Turn<'MissingFound'>): Changes => [
  ...release(open.filter(isMootAfterwards), 'The child was found or returned.'),
  ...returnInterview(after.episode.responsible, fact.data.when, fact.recordedAt),
];

export const onDiscussed = ({ fact, open }: Turn<'MissingStrategyDiscussed'>): Changes =>
  meet(open, fact.recordedAt, STRATEGY_DISCUSSION);

export const onClosed = ({ open }: Turn<'MissingClosed'>): Changes =>
  release(open.filter(isMootAfterwards), 'The episode was closed at the eighteenth birthday.');
