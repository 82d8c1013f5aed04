import type { DutyChange, Instant } from '@ibex/kernel';
import { acknowledgementDuty } from './missing.duties';
import type { Notice } from './missing.duties';
import type { MissingFactType } from './missing.events';
import { isPast } from './missing.history';
import type { Recorded } from './missing.history';
import type { KnownEpisode, MissingState } from './missing.state';
import { concernedBy, isNewTo } from './missing.told';

/** One fact as the clocks see it. `open`: keys of the duties that are neither met nor void. */
export type Turn<T extends MissingFactType = MissingFactType> = Readonly<{
  fact: Recorded<T>;
  before: MissingState;
  after: KnownEpisode;
  open: readonly string[];
}>;
export type Changes = readonly DutyChange[];

export const noticeOf = ({ data, recordedAt }: Recorded): Notice => ({ by: data.by, recordedAt });

export const meet = (open: readonly string[], at: Instant, ...keys: readonly string[]): Changes =>
  open.filter((key) => keys.includes(key)).map((key) => ({ change: 'met', key, at }));

export const release = (open: readonly string[], because: string): Changes =>
  open.map((key) => ({ change: 'void', key, because }));

/** Whoever hears of a child who is missing now owes an answer. */
export const acknowledgements = ({ fact, before, after }: Turn): Changes =>
  after.phase !== 'open' || isPast(fact, after.episode)
    ? []
    : concernedBy(after.episode)
        .filter(({ gss }) => gss !== fact.data.by && isNewTo(before, gss))
        .map(({ gss }) => acknowledgementDuty(gss, noticeOf(fact)));
