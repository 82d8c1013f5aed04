import type { AnswerOf } from '@ibex/sdk';
import { addressOf } from '../../frame/asked';
import type { Cell } from '../../frame/cells';
import { orNone } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { shortly } from '../parts/words';

type Answer = AnswerOf<'get', '/v1/records/set-aside'>;
type SetAside = Answer['items'][number];

const PATH = '/console/governance/set-aside';
export const PER_PAGE = 50;

const nameOf = ({ forename, surname }: SetAside['child']): string =>
  [forename, surname].filter(Boolean).join(' ');

const rowOf = ({ recordRef, child, why, mend }: SetAside): readonly Cell[] => [
  {
    lines: [
      orNone(nameOf(child), (name) => name, 'No name'),
      orNone(child['dateOfBirth'], (day) => ({ day }), 'No date of birth'),
      orNone(child['localId'], (id) => ({ hint: `Your case ${id}` }), ''),
      { mono: shortly(recordRef) },
    ],
  },
  why,
  mend,
];

/** Records of the authority that are compared with no other, or linked to none: why, and what to do. */
export const setAsidePage = ({ items, next, upToDate }: Answer, cursor: string) => ({
  ...headed('Records that are not matched'),
  table: {
    caption: 'Your records that IBEX sets aside',
    columns: ['Record', 'Why', 'What you can do'],
    rows: items.map(rowOf),
  },
  isBehind: !upToDate,
  isLater: cursor !== '' || next !== undefined,
  links: {
    ...(next === undefined ? {} : { next: addressOf(PATH, { cursor: next }) }),
    ...(cursor === '' ? {} : { first: PATH }),
  },
});
