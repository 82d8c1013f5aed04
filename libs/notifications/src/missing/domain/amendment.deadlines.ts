import { onReturnCorrected } from './interview.deadlines';
import { acknowledgementKey, ESTABLISH_HOST, putRightDuty, putRightKey } from './missing.duties';
import type { Recorded } from './missing.history';
import type { MissingState } from './missing.state';
import { everToldOf } from './missing.told';
import { acknowledgements, meet, noticeOf, release } from './missing.turn';
import type { Changes, Turn } from './missing.turn';

/** Everyone who holds a copy of what turned out wrong. */
const copiesToPutRight = (before: MissingState, fact: Recorded): Changes =>
  before.phase === 'unknown'
    ? []
    : everToldOf(before.episode)
        .filter(({ gss }) => gss !== fact.data.by)
        .map(({ gss }) => putRightDuty(gss, noticeOf(fact)));

/** An authority that was told as host by mistake owes no answer about a child who is not there. */
const noLongerHosts = ({ after, open }: Turn<'MissingCorrected'>): Changes =>
  release(
    open.filter((key) => after.episode.formerHosts.some((gss) => key === acknowledgementKey(gss))),
    'The child was not placed in this area after all.',
  );

export const onCorrected = (turn: Turn<'MissingCorrected'>): Changes => {
  const { fact, before, after, open } = turn;
  const established = after.episode.host.kind !== 'unknown';
  return [
    ...(established ? meet(open, fact.recordedAt, ESTABLISH_HOST) : []),
    ...noLongerHosts(turn),
    ...acknowledgements(turn),
    ...copiesToPutRight(before, fact),
    ...onReturnCorrected(turn),
  ];
};

export const onWithdrawn = ({ fact, before, open }: Turn<'MissingWithdrawn'>): Changes => [
  ...release(open, 'The notice was withdrawn.'),
  ...copiesToPutRight(before, fact),
];

export const onAcknowledged = ({ fact, open }: Turn<'MissingAcknowledged'>): Changes =>
  meet(open, fact.recordedAt, acknowledgementKey(fact.data.by), putRightKey(fact.data.by));
