import type { ChildIdentity, Fact } from '@ibex/kernel';

/** An authority told IBEX of a child for the first time. `identityDigest` is keyed: it tells nothing by itself. */
export type RecordIntroduced = Fact<
  'RecordIntroduced',
  { owner: string; identityDigest: string },
  ChildIdentity
>;

/** The authority knows more, or something else, of who the child is. `personal` holds all that is known now. */
export type RecordIdentityUpdated = Fact<'RecordIdentityUpdated', { identityDigest: string }, ChildIdentity>;

export type RecordFact = RecordIntroduced | RecordIdentityUpdated;
