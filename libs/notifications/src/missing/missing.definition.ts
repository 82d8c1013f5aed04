import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import { codesOf } from '../shared/domain/codes-of';
import { missingAudience } from './contract/missing.audience';
import { MISSING_MESSAGES } from './contract/missing.messages';
import { missingNeighbours, missingStanding } from './contract/missing.neighbours';
import { withheldOfMissing } from './contract/missing.withheld';
import { missingDeadlines } from './domain/missing.deadlines';
import type { MissingFact, MissingFactType } from './domain/missing.events';
import { PERSONAL_FIELDS } from './domain/missing.personal-fields';
import { MISSING_REFUSALS } from './domain/missing.refusals';
import { MISSING_UPCASTERS } from './domain/missing.upcasters';

const titled = (type: MissingFactType, title: string): FactDefinition => ({
  version: 1,
  upcasters: MISSING_UPCASTERS[type],
  title,
  tells: MISSING_MESSAGES[type],
  personal: PERSONAL_FIELDS[type],
});

/** A child is missing from care or home, or away from placement without authorisation. */
export const missingDefinition: NotificationDefinition<MissingFact> = {
  name: 'missing',
  title: 'Missing episode',
  category: 'missing',
  lane: 'urgent',
  facts: {
    MissingReported: titled('MissingReported', 'Reported missing'),
    MissingUpdated: titled('MissingUpdated', 'Missing notice updated'),
    MissingSighted: titled('MissingSighted', 'Seen while missing'),
    MissingFound: titled('MissingFound', 'Found or returned'),
    MissingInterviewOffered: titled('MissingInterviewOffered', 'Return interview offered'),
    MissingInterviewAccepted: titled('MissingInterviewAccepted', 'Return interview accepted'),
    MissingInterviewHeld: titled('MissingInterviewHeld', 'Return interview held'),
    MissingInterviewDeclined: titled('MissingInterviewDeclined', 'Return interview declined'),
    MissingStrategyDiscussed: titled('MissingStrategyDiscussed', 'Strategy discussion held'),
    MissingClosed: titled('MissingClosed', 'Missing episode closed at eighteen'),
    MissingCorrected: titled('MissingCorrected', 'Missing notice corrected'),
    MissingWithdrawn: titled('MissingWithdrawn', 'Missing notice withdrawn'),
    MissingAcknowledged: titled('MissingAcknowledged', 'Missing notice acknowledged'),
  },
  audience: missingAudience,
  deadlines: missingDeadlines,
  dutyKinds: [
    'return-interview',
    'acknowledgement',
    'put-right',
    'tell-host',
    'establish-host',
    'strategy-discussion',
  ],
  withheldFromAddressees: withheldOfMissing,
  neighbours: missingNeighbours,
  standingOf: missingStanding,
  refusals: codesOf(MISSING_REFUSALS),
};
