import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import type { AgreementFact } from './agreement.events';
import { AGREEMENT_CATEGORY } from './agreement.events';
import { AGREEMENT_REFUSALS } from './agreement.refusals';

const between = (title: string, personal: readonly string[] = []): FactDefinition => ({
  version: 1,
  title,
  personal,
  tells: { internal: 'between the parties of the agreement, who read it by its own route' },
});

/** Sharing agreements concern no child: they say what authorities tell each other beyond what law does. */
export const agreementDefinition: NotificationDefinition<AgreementFact> = {
  name: 'agreement',
  title: 'Sharing agreement',
  category: AGREEMENT_CATEGORY,
  lane: 'standard',
  facts: {
    AgreementProposed: between('Sharing agreement proposed'),
    AgreementAmended: between('Sharing agreement amended'),
    AgreementSigned: between('Sharing agreement signed off', ['name', 'position']),
    AgreementPartyWithdrew: between('A party left the sharing agreement', ['note']),
    AgreementEnded: between('Sharing agreement ended', ['note']),
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => ['name', 'position', 'note'],
  refusals: AGREEMENT_REFUSALS,
};
