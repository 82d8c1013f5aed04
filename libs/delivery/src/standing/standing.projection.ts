import type { Projection } from '@ibex/runtime';
import { changesStanding, standingIn } from './standing.rule';
import { STANDING_SCHEMA } from './standing.schema';

/** Where each authority stands with what is in its mailbox. An entry that nobody has touched has no row. */
export const standingProjection: Projection = {
  schema: STANDING_SCHEMA,
  filter: { categories: ['delivery'] },
  needsEarlier: true,
  project: (fact, earlier) => {
    if (!changesStanding(fact)) return [];
    const row = standingIn([...earlier, fact]);
    return row ? [{ op: 'put', table: 'standing', row }] : [];
  },
};
