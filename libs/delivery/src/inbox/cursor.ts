import { ProblemError } from '@ibex/runtime';
import type { Cursor } from './inbox';

const WHOLE_NUMBER = /^\d{1,15}$/;

/** Where to go on: the number that the client had last, by header (as browsers resume) or by query. */
export const cursorOf = (lastEventId: unknown, after = 0): Cursor => {
  if (lastEventId === undefined || lastEventId === '') return { after };
  if (typeof lastEventId === 'string' && WHOLE_NUMBER.test(lastEventId)) {
    return { after: Number(lastEventId), field: 'Last-Event-ID' };
  }
  throw new ProblemError(400, 'inbox/cursor-invalid', 'Cursor not usable', 'Last-Event-ID is not a number.', {
    field: 'Last-Event-ID',
    mend: 'Give the id of the last event that you have, or leave the header out to begin from the first.',
  });
};
