import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import { RESTRICTION_REFUSALS } from './restriction.decider';
import { RESTRICTION_CATEGORY } from './restriction.events';
import type { RestrictionFact } from './restriction.events';

const kept = (title: string, personal: readonly string[] = ['reason']): FactDefinition => ({
  version: 1,
  title,
  personal,
  tells: { internal: 'that a record is restricted is itself kept from everyone but its owner' },
});

/** Records kept from all others. */
export const restrictionDefinition: NotificationDefinition<RestrictionFact> = {
  name: 'restriction',
  title: 'Restriction of a record',
  category: RESTRICTION_CATEGORY,
  lane: 'standard',
  ofTheService: true,
  facts: {
    RecordRestricted: kept('Record restricted'),
    RestrictionLiftingProposed: kept('Lifting of a restriction proposed'),
    RecordRestrictionLifted: kept('Restriction lifted', []),
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => ['reason'],
  refusals: RESTRICTION_REFUSALS,
};
