import type { Fact } from '@ibex/kernel';

/** `by`: the subscription's authority, GSS code. Nothing here tells what an entry is about. */
type By = Readonly<{ by: string }>;

/** The subscriber's end would not take an entry, try after try, while it took others. `status`: as it answered. */
export type EntrySetAside = Fact<
  'EntrySetAside',
  By & { sequence: number; entryId: string; reason: string; status?: number }
>;
/** Somebody ordered these to be sent once more. */
export type AsideRedriven = Fact<'AsideRedriven', By & { sequences: readonly number[] }>;
/** One of them was taken. */
export type AsideTaken = Fact<'AsideTaken', By & { sequence: number }>;

/** Everything from one number to another is to be sent again, beside what is new. Both included. */
export type ReplayOrdered = Fact<
  'ReplayOrdered',
  By & { replayId: string; fromSequence: number; toSequence: number }
>;
export type ReplayFinished = Fact<'ReplayFinished', By & { replayId: string }>;

export type MendingFact = EntrySetAside | AsideRedriven | AsideTaken | ReplayOrdered | ReplayFinished;
