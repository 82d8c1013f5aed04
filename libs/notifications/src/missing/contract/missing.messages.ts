import type { MessageMapping } from '@ibex/kernel';
import { told } from '../../shared/contract/message-names';
import type { MissingFactType } from '../domain/missing.events';

/** How each fact is told outside. None is internal: whoever was told of a missing child hears how it goes on. */
export const MISSING_MESSAGES: Readonly<Record<MissingFactType, MessageMapping>> = {
  MissingReported: told('missing', 'reported', 'A child is missing, or away without authorisation.'),
  MissingUpdated: told(
    'missing',
    'updated',
    'The risk, the areas that the child may head for or the description changed.',
  ),
  MissingSighted: told('missing', 'sighted', 'The missing child was seen.'),
  MissingFound: told('missing', 'found', 'The missing child was found or returned.'),
  MissingInterviewOffered: told('missing', 'interview-offered', 'A return interview was offered.'),
  MissingInterviewAccepted: told('missing', 'interview-accepted', 'The return interview was accepted.'),
  MissingInterviewHeld: told('missing', 'interview-held', 'The return interview was held.'),
  MissingInterviewDeclined: told('missing', 'interview-declined', 'The return interview was declined.'),
  MissingStrategyDiscussed: told('missing', 'strategy-discussed', 'A strategy discussion was held.'),
  MissingClosed: told('missing', 'closed', 'The missing person turned eighteen; the episode was closed.'),
  MissingCorrected: told('missing', 'corrected', 'Something told before was wrong and is put right.'),
  MissingWithdrawn: told('missing', 'withdrawn', 'The notice is recalled: remove what was told.'),
  MissingAcknowledged: told('missing', 'acknowledged', 'An authority that was told answered.'),
};
