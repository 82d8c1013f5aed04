import { MEMBERSHIP_CATEGORY } from '@ibex/kernel';
import type { Fact, RecordedFact } from '@ibex/kernel';

/** `gss`: the authority; `by`: the operator's. `reason`: in the operator's words, sealed. */
type Change = Readonly<{ gss: string; by: string }>;
type Words = { reason?: string };

/** From this fact of the log on it reads its mailbox here. */
export type AuthorityJoined = Fact<'AuthorityJoined', Change, Words>;
/** From this fact of the log on its senders tell it by other means. */
export type AuthorityLeft = Fact<'AuthorityLeft', Change, Words>;
export type MembershipFact = AuthorityJoined | AuthorityLeft;

/** Codec: the stream of a membership holds these and nothing else. */
export const isMembershipFact = (fact: RecordedFact): fact is RecordedFact & MembershipFact =>
  fact.type === 'AuthorityJoined' || fact.type === 'AuthorityLeft';

export const membershipStream = (gss: string): string => `${MEMBERSHIP_CATEGORY}-${gss}`;
