import { given } from '@ibex/testing';
import { membershipDecider } from './membership.decider';
import type { MembershipCommand } from './membership.decider';
import type { MembershipFact } from './membership.events';

const KENT = 'E10000016';
const OPERATOR = 'E09000007';
const history = given(membershipDecider, '2026-03-02T09:00:00.000Z');
const order = (type: MembershipCommand['type'], initially = false): MembershipCommand => ({
  type,
  data: { gss: KENT, by: OPERATOR, initially },
  personal: { reason: 'Contract 7' },
});
const joined: MembershipFact = { type: 'AuthorityJoined', data: { gss: KENT, by: OPERATOR } };
const left: MembershipFact = { type: 'AuthorityLeft', data: { gss: KENT, by: OPERATOR } };
const personal = { reason: 'Contract 7' };

describe('an authority', () => {
  it('joins and leaves, with the operator’s reason kept apart from the open part', () => {
    history()
      .when(order('JoinExchange'))
      .then({ ...joined, personal });
    history(joined)
      .when(order('LeaveExchange'))
      .then({ ...left, personal });
    history(joined, left)
      .when(order('JoinExchange'))
      .then({ ...joined, personal });
  });

  it('does neither twice', () => {
    history(joined).when(order('JoinExchange')).refused('membership/already-member');
    history(joined, left).when(order('LeaveExchange')).refused('membership/not-a-member');
  });

  it('is what the configuration says until something is recorded', () => {
    history().when(order('JoinExchange', true)).refused('membership/already-member');
    history().when(order('LeaveExchange')).refused('membership/not-a-member');
    history()
      .when(order('LeaveExchange', true))
      .then({ ...left, personal });
    history(left).when(order('LeaveExchange', true)).refused('membership/not-a-member');
  });
});
