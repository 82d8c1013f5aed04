import type { Addressee, NotificationDefinition } from '@ibex/kernel';
import {
  CORRECTION_CATEGORY,
  CORRECTION_MESSAGE,
  correctionIdOf,
  isCorrectionFact,
} from './correction.events';
import type { CorrectionFact } from './correction.events';

const toAddressee = (authority: string): Addressee => ({
  authority,
  capacity: 'addressee',
  urgency: 'prompt',
  basis: {
    text: 'You were shown records of two children as one child’s; the link between them is gone',
    source: 'UK GDPR arts 5(1)(d) and 19',
  },
  duty: { text: 'Put right what was taken over from the joined view, then acknowledge' },
});

/** Tells whoever saw two children as one that they are two. */
export const correctionDefinition: NotificationDefinition<CorrectionFact> = {
  name: 'correction',
  title: 'Correction of a joined view',
  category: CORRECTION_CATEGORY,
  lane: 'standard',
  ofTheService: true,
  readAt: ({ stream }) => `/v1/links/corrections/${correctionIdOf(stream)}`,
  facts: {
    CorrectionIssued: {
      version: 1,
      title: 'Two children were shown as one',
      personal: [],
      tells: {
        message: CORRECTION_MESSAGE,
        version: 1,
        summary: 'Records that you were shown as one child’s are of two children.',
      },
    },
  },
  audience: (fact) =>
    isCorrectionFact(fact) ? fact.data.reached.map(({ authority }) => toAddressee(authority)) : [],
  deadlines: () => [],
  withheldFromAddressees: () => ['reached', 'sides'],
  // whoever joins later has seen nothing
  standingOf: () => 'over',
  refusals: [],
};
