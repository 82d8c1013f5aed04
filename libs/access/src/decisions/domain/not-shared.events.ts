import type { Fact, RecordedFact } from '@ibex/kernel';

/** Somebody decided that an authority is not told of a child, or of one notice about it. Why is sealed. */
export type DecidedNotToShare = Fact<
  'DecidedNotToShare',
  Readonly<{ owner: string; authority: string; notice?: string }>,
  { reason: string }
>;

export const NOT_SHARED_CATEGORY = 'notshared';
export const notSharedStream = (id: string): string => `${NOT_SHARED_CATEGORY}-${id}`;
export const notSharedIdOf = ({ stream }: Pick<RecordedFact, 'stream'>): string =>
  stream.slice(NOT_SHARED_CATEGORY.length + 1);

/** A recorded fact of these streams, typed: they hold only what their decider accepted. */
export const isNotShared = (fact: RecordedFact): fact is RecordedFact & DecidedNotToShare =>
  fact.type === 'DecidedNotToShare';
