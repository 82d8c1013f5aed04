import type { components } from '@ibex/sdk';
import { askedCursor, askedWord } from './asked';
import type { Asked } from './asked';
import type { Visit } from './visit';

export type WorklistAnswer = components['schemas']['WorklistAnswer'];
export type WorklistLine = components['schemas']['WorklistLine'];
export type WorklistSort = WorklistAnswer['sort'];

const SORTS = ['since', 'due', 'days-to-18', 'episodes-in-90-days'] as const;
export const WORKLIST_LINES_PER_PAGE = 50;

type Wanted = Readonly<{ name: string; query: Asked; purpose?: Readonly<{ 'IBEX-Purpose'?: 'assurance' }> }>;

/** One page of a worklist, in the order that the address asks for. */
export const readWorklist = (
  { api }: Pick<Visit, 'api'>,
  { name, query, purpose = {} }: Wanted,
): Promise<WorklistAnswer> => {
  const sort = askedWord(query, 'sort', SORTS);
  return api.get('/v1/worklists/{name}', {
    params: {
      header: purpose,
      path: { name },
      query: { sort, limit: WORKLIST_LINES_PER_PAGE, ...askedCursor(query) },
    },
  });
};
