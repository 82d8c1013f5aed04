import { MEMBERSHIP_CATEGORY } from '@ibex/kernel';
import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import type { MembershipFact } from './membership.events';

const ofOperator = (title: string): FactDefinition => ({
  version: 1,
  title,
  personal: ['reason'],
  tells: { internal: 'between the operator and the authority' },
});

/** Who reads a mailbox here concerns no child. */
export const membershipDefinition: NotificationDefinition<MembershipFact> = {
  name: 'membership',
  title: 'Membership of an authority',
  category: MEMBERSHIP_CATEGORY,
  lane: 'standard',
  facts: {
    AuthorityJoined: ofOperator('Authority joined'),
    AuthorityLeft: ofOperator('Authority left'),
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => ['reason'],
  refusals: ['membership/already-member', 'membership/not-a-member'],
};
