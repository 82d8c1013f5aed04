import { PURPOSES } from '@ibex/kernel';
import type { Addressee, FactDefinition, NotificationDefinition, Purpose, RecordedFact } from '@ibex/kernel';
import { LOOK_CATEGORY, READ_CATEGORY, READ_MESSAGE } from './read.events';
import type { LookFact, RecordRead } from './read.events';

const isPurpose = (code: unknown): code is Purpose =>
  typeof code === 'string' && Object.hasOwn(PURPOSES, code);

const wordsOf = (basis: unknown): string =>
  typeof basis === 'object' && basis !== null && 'text' in basis && typeof basis.text === 'string'
    ? basis.text
    : 'none given';

const tellOwner = (owner: string, { data, metadata }: RecordedFact): Addressee => {
  const purpose = data['purpose'];
  const why = isPurpose(purpose) ? PURPOSES[purpose] : 'Purpose not known';
  return {
    ...{ authority: owner, capacity: 'responsible' },
    // a glass was broken: somebody should look into it soon
    urgency: purpose === 'emergency' ? 'prompt' : 'routine',
    basis: {
      text: `Somebody looked at your record, as ${metadata.actor.role}. Purpose: ${why}. Opened by: ${wordsOf(data['basis'])}`,
      source: 'UK GDPR art 5(1)(f) and 5(2)',
    },
  };
};

/** Tells an authority that somebody of another one looked at a record of its own. Who exactly is in the ledger. */
export const readDefinition: NotificationDefinition<RecordRead> = {
  name: 'access',
  title: 'Access to a record',
  category: READ_CATEGORY,
  lane: 'standard',
  ofTheService: true,
  readAt: ({ recordRef }) => `/v1/reads?recordRef=${recordRef}`,
  facts: {
    RecordRead: {
      version: 1,
      tells: {
        message: READ_MESSAGE,
        version: 1,
        summary: 'Somebody of another authority looked at a record of yours, for the first time that day.',
      },
      title: 'Somebody looked at your record',
      personal: [],
    },
  },
  audience: (fact) => {
    const owner = fact.data['owner'];
    return typeof owner === 'string' && owner !== fact.metadata.actor.authority
      ? [tellOwner(owner, fact)]
      : [];
  },
  deadlines: () => [],
  withheldFromAddressees: () => [],
  // who looked is told once; whoever joins later reads the ledger
  standingOf: () => 'over',
  refusals: [],
};

const onRecord = (title: string): FactDefinition => ({
  version: 1,
  title,
  personal: [],
  tells: { internal: 'in the ledger of reads, which the record’s owner may ask for' },
});

/** Looks that nobody is told of one by one: repeats, the owner’s own, lists. */
export const lookDefinition: NotificationDefinition<LookFact> = {
  name: 'look',
  title: 'Look at a record',
  category: LOOK_CATEGORY,
  lane: 'standard',
  ofTheService: true,
  facts: {
    RecordReadAgain: onRecord('Looked at again that day'),
    OwnRecordRead: onRecord('Looked at by its owner'),
    RecordsListed: onRecord('Shown in a list'),
    RecordsListedAgain: onRecord('Shown in the same list again'),
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: [],
};
