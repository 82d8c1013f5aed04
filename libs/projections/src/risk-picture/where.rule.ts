import type { Host } from '@ibex/notifications';
import { ADJOINING_LONDON } from './adjoining.table';

export const WHERE = {
  own: 'in the authority’s own area',
  adjoining: 'in an authority that adjoins it',
  london: 'elsewhere in London',
  'beyond-london': 'beyond London and not adjoining',
  elsewhere: 'in another authority; whether it adjoins is not known',
  'outside-england': 'outside England',
  restricted: 'kept restricted by its owner',
  unknown: 'in an authority that was not yet established',
} as const;
export type Where = keyof typeof WHERE;

const isLondon = (gss: string): boolean => gss.startsWith('E09');

export const adjoins = (one: string, other: string): boolean => {
  const [first, second] = one < other ? [one, other] : [other, one];
  return ADJOINING_LONDON[first]?.includes(second) === true;
};

const among = (home: string, host: string): Where => {
  if (home === host) return 'own';
  if (adjoins(home, host)) return 'adjoining';
  if (isLondon(home)) return isLondon(host) ? 'london' : 'beyond-london';
  // every authority that adjoins a London borough is known; of others it is not
  return isLondon(host) ? 'london' : 'elsewhere';
};

/** Where a child is placed, seen from the authority responsible for it. By authorities: no distance is worked out. */
export const whereIs = (home: string, host: Host): Where => {
  switch (host.kind) {
    case 'authority':
      return among(home, host.gss);
    case 'outside-england':
      return 'outside-england';
    case 'withheld':
      return 'restricted';
    case 'unknown':
      return 'unknown';
  }
};
