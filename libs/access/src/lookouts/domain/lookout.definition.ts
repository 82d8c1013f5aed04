import type {
  Addressee,
  LegalBasis,
  NotificationDefinition,
  RecipientDuty,
  RecordedFact,
} from '@ibex/kernel';
import { LOOKOUT_REFUSALS } from './lookout.decider';
import { isLookoutFact, lookoutIdOf } from './lookout.events';
import type { LookoutFact } from './lookout.events';
import { LOOKOUT_CATEGORY } from './lookout.events';

export const LOOKOUT_BASIS: LegalBasis = {
  text: 'A child whose record is restricted is missing; its authority asks for help to find it safely',
  source:
    'Children Act 1989, ss 17, 27 and 47; Children Act 2004, ss 10 and 11; DfE, Children who run away or go missing from home or care (2014)',
};

const DUTY = {
  text: 'Read whom to ring, and ring before you do anything else: whoever asks about this child in your area may be whom it is hidden from. Alert your out-of-hours team to a child found alone; tell nobody more.',
};

const OPEN_DUTY = {
  text: 'See whether the child is still missing. If not, end the lookout, so that nobody goes on looking; if it is, see whether the right authorities know and whether whom they ring is still the one to ring.',
};
const OVER_DUTY = {
  text: 'The child is reported back, so the lookout was ended for you. If the child is missing still, let the authorities know again.',
};

const toOwner = (authority: string, duty: RecipientDuty): Addressee => ({
  ...{ authority, capacity: 'responsible', urgency: 'prompt', basis: LOOKOUT_BASIS, duty },
});

const toOthers = (fact: LookoutFact, authority: string): Addressee =>
  fact.type === 'LookoutAsked'
    ? { authority, capacity: 'addressee', urgency: 'urgent', basis: LOOKOUT_BASIS, duty: DUTY }
    : { authority, capacity: 'addressee', urgency: 'prompt', basis: LOOKOUT_BASIS };

const toldOf = (fact: RecordedFact, earlier: readonly RecordedFact[]): readonly Addressee[] => {
  const asked = [...earlier, fact].find(({ type }) => type === 'LookoutAsked');
  if (!asked || !isLookoutFact(asked) || asked.type !== 'LookoutAsked' || !isLookoutFact(fact)) return [];
  if (fact.type === 'LookoutReminded') return [toOwner(fact.data.by, OPEN_DUTY)];
  const others = asked.data.authorities.map((authority) => toOthers(fact, authority));
  const isByService = fact.type === 'LookoutEnded' && fact.data.because !== undefined;
  return isByService ? [...others, toOwner(fact.data.by, OVER_DUTY)] : others;
};

/** That a restricted child is missing, told to whom its owner names: no name, no place, whom to ring. */
export const lookoutDefinition: NotificationDefinition<LookoutFact> = {
  name: 'lookout',
  title: 'Lookout for a restricted child',
  category: LOOKOUT_CATEGORY,
  lane: 'urgent',
  ofTheService: true,
  readAt: ({ stream }) => `/v1/lookouts/${lookoutIdOf({ stream })}`,
  facts: {
    LookoutAsked: {
      version: 1,
      title: 'A restricted child is missing',
      personal: ['words'],
      tells: {
        message: 'uk.ibex.access.restricted-child-missing',
        version: 1,
        summary: 'A child whose record is restricted is missing. Read whom to ring.',
      },
    },
    LookoutEnded: {
      version: 1,
      title: 'The restricted child is not missing any more',
      personal: [],
      tells: {
        message: 'uk.ibex.access.restricted-child-found',
        version: 1,
        summary: 'The restricted child that you were asked to look out for is not missing any more.',
      },
    },
    LookoutReminded: {
      version: 1,
      title: 'A lookout of yours is still open',
      personal: [],
      tells: {
        message: 'uk.ibex.access.lookout-still-open',
        version: 1,
        summary:
          'Authorities that you asked to look out for a restricted child still do. See whether they have to.',
      },
    },
  },
  audience: toldOf,
  deadlines: () => [],
  withheldFromAddressees: () => [],
  standingOf: (facts) => (facts.some(({ type }) => type === 'LookoutEnded') ? 'over' : 'live'),
  refusals: LOOKOUT_REFUSALS,
};
