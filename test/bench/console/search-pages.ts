import { randomUUID } from 'node:crypto';
import { childOf } from '../view/made-child';
import type { Known } from './known';
import type { Asked, MeasuredPage } from './measured-page';
import type { People } from './people';

/** A prime, so that no two searches of a person look like trying out names. */
const STRIDE = 7919;
let searches = 0;

const dayAsTyped = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return [day, month, year].join(' ');
};

/** As somebody fills in the form, of a child that some authority knows. */
const searchFor = (n: number, csrf: string): URLSearchParams => {
  const { forename = '', surname = '', dateOfBirth = '' } = childOf(n);
  return new URLSearchParams({
    ...{ csrf, key: randomUUID(), 'identifiers.forename': forename, 'identifiers.surname': surname },
    'identifiers.dateOfBirth': dayAsTyped(dateOfBirth),
    ...{ purpose: 'mash-enquiry', reason: 'A contact from a school' },
  });
};

/** A search is sent, and what it found is shown on a page of its own. */
export const searchPages = (
  { searchers }: Pick<People, 'searchers'>,
  { csrfTokens, everybody }: Known,
): readonly MeasuredPage[] => {
  let found: Asked | undefined;
  return [
    {
      ...{ name: 'MASH search: sent', status: 303 },
      ask: () => {
        searches += 1;
        const at = searches % searchers.length;
        const [agent, csrf] = [searchers[at], csrfTokens[at]];
        if (agent === undefined || csrf === undefined) throw new Error('nobody may search');
        const body = searchFor((searches * STRIDE) % everybody, csrf);
        return { agent, path: '/console/mash/search', body };
      },
      came: ({ agent }, location) => {
        found = { agent, path: location };
      },
    },
    {
      ...{ name: 'MASH search: results', status: 200 },
      ask: () => {
        if (!found) throw new Error('no search has been answered yet');
        return found;
      },
    },
  ];
};
