import { PURPOSES } from '@ibex/kernel';
import type { Addressee, FactDefinition, NotificationDefinition, RecordedFact } from '@ibex/kernel';
import { GRANT_REFUSALS } from './grant.decider';
import { GRANT_CATEGORY, isGrantFact } from './grant.events';
import type { GrantFact } from './grant.events';

export const GLASS_BROKEN_MESSAGE = 'uk.ibex.access.glass-broken';
export const REVIEW_OPENED_MESSAGE = 'uk.ibex.access.review-opened';

export const GLASS_LIMIT_MESSAGE = 'uk.ibex.access.emergency-limit-reached';

const onRecord = (title: string, personal: readonly string[] = []): FactDefinition => ({
  version: 1,
  title,
  personal,
  tells: { internal: 'both authorities read it with the review' },
});

const DUTY = { text: 'Review whether this was justified, by another person than the one who did it' };

const toItsLeads = (authority: string): readonly Addressee[] => {
  const text = 'More records of other authorities were opened in emergencies on a day than are let';
  const basis = { text, source: 'UK GDPR art 5(1)(f) and 32' };
  const duty = { text: 'For information governance: find out why so many' };
  return [{ authority, capacity: 'addressee', urgency: 'urgent', basis, duty }];
};

const audience = (fact: RecordedFact): readonly Addressee[] => {
  if (!isGrantFact(fact)) return [];
  if (fact.type === 'GlassBroken') {
    const { owner, purpose, role } = fact.data;
    const text = `Somebody opened a record of yours in an emergency, as ${role}. Purpose: ${PURPOSES[purpose]}`;
    const basis = { text, source: 'UK GDPR art 5(1)(f) and 5(2)' };
    return [{ authority: owner, capacity: 'responsible', urgency: 'urgent', basis, duty: DUTY }];
  }
  if (fact.type === 'GlassLimitReached') return toItsLeads(fact.data.by);
  if (fact.type !== 'GrantReviewOpened') return [];
  const text = 'Somebody of your authority opened a record of another one in an emergency';
  const basis = { text, source: 'UK GDPR art 5(2) and 24' };
  return [{ authority: fact.data.by, capacity: 'addressee', urgency: 'prompt', basis, duty: DUTY }];
};

/** Records opened in an emergency, and what both authorities found of it afterwards. */
export const grantDefinition: NotificationDefinition<GrantFact> = {
  name: 'grant',
  title: 'Record opened in an emergency',
  category: GRANT_CATEGORY,
  lane: 'urgent',
  ofTheService: true,
  facts: {
    GlassBroken: {
      version: 1,
      title: 'Your record was opened in an emergency',
      personal: ['reason'],
      tells: {
        message: GLASS_BROKEN_MESSAGE,
        version: 1,
        summary: 'Somebody without a relation opened a record of yours in an emergency, for a limited time.',
      },
    },
    GrantReviewOpened: {
      version: 1,
      title: 'An emergency access of yours is to be reviewed',
      personal: [],
      tells: {
        message: REVIEW_OPENED_MESSAGE,
        version: 1,
        summary: 'Somebody of your authority opened a record in an emergency; it is to be reviewed.',
      },
    },
    GlassLimitReached: {
      version: 1,
      title: 'Your people open too many records in emergencies',
      personal: [],
      tells: {
        message: GLASS_LIMIT_MESSAGE,
        version: 1,
        summary:
          'A person of yours was refused to open another record in an emergency: it, or all of you, have opened so many today.',
      },
    },
    GrantEnded: onRecord('Emergency access ended early'),
    GrantReviewed: onRecord('Emergency access reviewed', ['words']),
  },
  audience,
  readAt: () => '/v1/access/reviews',
  deadlines: () => [],
  withheldFromAddressees: () => ['reason', 'words'],
  // whoever joins later has nothing to review
  standingOf: () => 'over',
  refusals: GRANT_REFUSALS,
};
