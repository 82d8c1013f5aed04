import type { NotificationDefinition, Sealer } from '@ibex/kernel';
import type { AnyProjection, Projection } from '@ibex/runtime';
import { chronologyProjection } from './child-chronology/child-chronology.projection';
import { childrenProjection } from './shared/children/children.projection';
import { commandsProjection } from './commands/commands.projection';
import { receivingProjection } from './completeness/receiving.projection';
import { dutiesProjection } from './duties/duties.projection';
import { missingEpisodesProjection } from './open-missing-episodes/open-missing-episodes.projection';
import { placedElsewhereProjection } from './our-children-elsewhere/our-children-elsewhere.projection';
import { placedHereProjection } from './register-placed-here/register-placed-here.projection';
import { postingsProjection } from './shared/postings/postings.projection';
import { riskPictureProjection } from './risk-picture/risk-picture.projection';
import { trendsProjection } from './trends/trends.projection';
import { withEighteens } from './worklists/eighteens';
import { whatWeToldProjection } from './what-we-told/what-we-told.projection';
import { worklistsProjection } from './worklists/worklists.projection';

/** Every view, for the notification types that the process knows: one folder, one line here. */
export const projections = (definitions: readonly NotificationDefinition[]): readonly Projection[] => [
  childrenProjection,
  chronologyProjection(definitions),
  commandsProjection,
  dutiesProjection(definitions),
  missingEpisodesProjection,
  placedElsewhereProjection,
  placedHereProjection,
  postingsProjection(definitions),
  receivingProjection,
  riskPictureProjection(definitions),
  whatWeToldProjection(definitions),
];

/** Those that have to unseal something of a fact to say what is counted or sorted by; no name is kept. */
export const unsealingProjections = (
  definitions: readonly NotificationDefinition[],
  sealer: Pick<Sealer, 'unseal'>,
): readonly AnyProjection[] => [
  withEighteens(worklistsProjection(definitions), sealer),
  trendsProjection(sealer),
];
