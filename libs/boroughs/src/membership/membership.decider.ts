import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Refusal, Request } from '@ibex/kernel';
import type { MembershipFact } from './membership.events';

/** `initially`: whether the configuration names it as a member, which holds until the first fact. */
type Order = Readonly<{ gss: string; by: string; initially: boolean }>;
type Words = { reason?: string };
export type JoinExchange = Request<'JoinExchange', Order, Words>;
export type LeaveExchange = Request<'LeaveExchange', Order, Words>;
export type MembershipCommand = JoinExchange | LeaveExchange;
export type MembershipRefusal = Refusal<'membership/already-member' | 'membership/not-a-member'>;

/** undefined: nothing was ever recorded. */
export type MembershipState = Readonly<{ member: boolean | undefined }>;

/** Who reads a mailbox here: stream `membership-<gss>`. */
export const membershipDecider: Decider<
  MembershipCommand,
  MembershipFact,
  MembershipState,
  MembershipRefusal
> = {
  initialState: { member: undefined },
  decide: ({ type, data, personal }, { member = data.initially }) => {
    const { gss, by } = data;
    const words = personal === undefined ? {} : { personal };
    if (type === 'JoinExchange') {
      return member
        ? refuse('membership/already-member', 'This authority reads its mailbox here already.')
        : accept<MembershipFact>({ type: 'AuthorityJoined', data: { gss, by }, ...words });
    }
    return member
      ? accept<MembershipFact>({ type: 'AuthorityLeft', data: { gss, by }, ...words })
      : refuse('membership/not-a-member', 'This authority reads no mailbox here.');
  },
  evolve: (_, fact) => {
    switch (fact.type) {
      case 'AuthorityJoined':
        return { member: true };
      case 'AuthorityLeft':
        return { member: false };
      default:
        return never(fact);
    }
  },
};
