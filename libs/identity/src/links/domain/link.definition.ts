import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import { LINK_CATEGORY } from './link.events';
import type { LinkFact } from './link.events';
import { LINK_REFUSALS } from './link.refusals';

const kept = (title: string, personal: readonly string[] = []): FactDefinition => ({
  version: 1,
  title,
  personal,
  tells: { internal: 'read by its own route, by those who may see the records' },
});
const RATIONALE = ['rationale'];

/** Which records are held to be of one child. Nobody is told of a link; of one that was undone, see `correction`. */
export const linkDefinition: NotificationDefinition<LinkFact> = {
  name: 'link',
  title: 'Two records of one child',
  category: LINK_CATEGORY,
  lane: 'standard',
  facts: {
    LinkProposed: kept('May be one child'),
    LinkMade: kept('Linked automatically'),
    LinkEvidenceWithdrawn: kept('Nothing speaks for it any more'),
    LinkConfirmationAsked: kept('Held to be one child; a second person is asked', RATIONALE),
    LinkConfirmed: kept('Linked by a person', RATIONALE),
    LinkDeclined: kept('Not the same child', RATIONALE),
    LinkUndone: kept('Link undone', RATIONALE),
    LinkForbidden: kept('Never to be linked', RATIONALE),
    LinkLiftingAsked: kept('A second person is asked to lift the mark', RATIONALE),
    LinkForbiddanceLifted: kept('May be linked again', RATIONALE),
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => RATIONALE,
  refusals: LINK_REFUSALS,
};
