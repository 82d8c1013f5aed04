import { PURPOSES } from '@ibex/kernel';
import type { FactDefinition, NotificationDefinition, Purpose } from '@ibex/kernel';
import { SEARCH_REFUSALS } from './search.decider';
import { MET_CATEGORY, MET_MESSAGE, PROBING_MESSAGE, SEARCH_CATEGORY } from './search.events';
import type { MetFact, ProbingKind, SearchFact } from './search.events';

const isPurpose = (code: unknown): code is Purpose =>
  typeof code === 'string' && Object.hasOwn(PURPOSES, code);

const onRecord = (title: string, personal: readonly string[] = []): FactDefinition => ({
  ...{ version: 1, title, personal },
  tells: { internal: 'of the authority that searched; whose records were shown is in their ledger of reads' },
});

const KINDS: Readonly<Record<ProbingKind, string>> = {
  'varies-one-identifier': 'one thing varied again and again',
  'finds-nothing': 'search after search found nobody',
};
const isKind = (kind: unknown): kind is ProbingKind => typeof kind === 'string' && Object.hasOwn(KINDS, kind);

/** Searches for children by what is known of them; only a suspicion is told, to the searching authority itself. */
export const searchDefinition: NotificationDefinition<SearchFact> = {
  name: 'search',
  title: 'Search of a multi-agency hub',
  category: SEARCH_CATEGORY,
  lane: 'standard',
  ofTheService: true,
  readAt: () => '/v1/mash/closed-searches',
  facts: {
    SearchAsked: onRecord('Search made', ['reason']),
    SearchAnswered: onRecord('Search answered'),
    ProbingSuspected: {
      version: 1,
      title: 'Searches look like probing',
      personal: [],
      tells: {
        message: PROBING_MESSAGE,
        version: 1,
        summary:
          'Searches of a person of yours look like probing, and are closed to it until you look into it.',
      },
    },
    SearchReopened: onRecord('Searches opened again', ['reason']),
  },
  audience: ({ type, data }) => {
    const { authority, kind } = data;
    if (type !== 'ProbingSuspected' || typeof authority !== 'string') return [];
    const seen = isKind(kind) ? KINDS[kind] : 'probing';
    return [
      {
        ...{ authority, capacity: 'addressee', urgency: 'prompt' },
        basis: { text: `Searches by a person of yours: ${seen}`, source: 'UK GDPR art 5(1)(f) and 32' },
        duty: { text: 'For information governance: find out why, then open searches again or do not' },
      },
    ];
  },
  deadlines: () => [],
  withheldFromAddressees: () => ['reason'],
  refusals: SEARCH_REFUSALS,
};

/** Tells an owner that a search would have met a restricted record of its own. */
export const metDefinition: NotificationDefinition<MetFact> = {
  name: 'restricted-met',
  title: 'Search that met a restricted record',
  category: MET_CATEGORY,
  lane: 'standard',
  ofTheService: true,
  readAt: ({ recordRef }) => `/v1/reads?recordRef=${recordRef}`,
  facts: {
    RestrictedMet: {
      version: 1,
      title: 'A search would have met your restricted record',
      personal: [],
      tells: {
        message: MET_MESSAGE,
        version: 1,
        summary:
          'A search by another authority would have met a restricted record of yours. Nothing was shown.',
      },
    },
    NothingMet: onRecord('Nothing restricted was met'),
  },
  audience: ({ type, data, metadata }) => {
    const { owner, purpose } = data;
    if (type !== 'RestrictedMet' || typeof owner !== 'string') return [];
    const why = isPurpose(purpose) ? PURPOSES[purpose] : 'Purpose not known';
    return [
      {
        ...{ authority: owner, capacity: 'responsible', urgency: 'prompt' },
        basis: {
          text: `A search as ${metadata.actor.role} would have met your restricted record; nothing of it was shown. Purpose: ${why}`,
          source: 'UK GDPR art 5(1)(f) and 5(2)',
        },
      },
    ];
  },
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: [],
};
