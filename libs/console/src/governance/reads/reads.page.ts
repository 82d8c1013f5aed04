import { startOfLondonDay } from '@ibex/kernel';
import type { AnswerOf } from '@ibex/sdk';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { dayTyped } from '../../frame/typed-times';
import { addressOf, asked } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import type { Cell } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { purposeInWords, roleInWords, shortly, whatInWords } from '../parts/words';

type Answer = AnswerOf<'get', '/v1/reads'>;
type Read = Answer['reads'][number];

const PATH = '/console/governance/reads';
const REF = /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/;
export const PER_PAGE = 50;

type Entries = Readonly<Record<'scope' | 'by' | 'since' | 'recordRef', string>>;
export type ReadsAsked = Readonly<{ entries: Entries; cursor: string; faults?: FormFaults }>;

/** The filter as it was typed, and what is wrong with it. */
export const readsAsked = (query: Asked): ReadsAsked => {
  const entries = {
    scope: asked(query, 'scope') === 'our-people' ? 'our-people' : 'our-records',
    by: asked(query, 'by'),
    since: asked(query, 'since'),
    recordRef: asked(query, 'recordRef'),
  };
  const messages = {
    ...(entries.since === '' || dayTyped(entries.since) !== undefined
      ? {}
      : { since: 'Enter a real date, for example 3 March 2026' }),
    ...(entries.recordRef === '' || REF.test(entries.recordRef)
      ? {}
      : { recordRef: 'Enter the reference as IBEX shows it: letters, digits and hyphens, never a name' }),
  };
  const faults = Object.keys(messages).length === 0 ? {} : { faults: faultsOf(messages) };
  return { entries, cursor: asked(query, 'cursor'), ...faults };
};

/** The filter as the exchange takes it. */
export const readsWanted = ({ entries }: ReadsAsked) => {
  const day = dayTyped(entries.since);
  return {
    scope: entries.scope === 'our-people' ? ('our-people' as const) : ('our-records' as const),
    ...(entries.by === '' ? {} : { by: entries.by }),
    ...(entries.recordRef === '' ? {} : { recordRef: entries.recordRef }),
    ...(day === undefined ? {} : { since: startOfLondonDay(day) }),
  };
};

const whoCell = ({ authorityName, role, person }: Read): Cell => ({
  lines: [authorityName, roleInWords(role), { mono: shortly(person) }],
});

const whatCell = ({ what, inList, told }: Read): Cell => ({
  lines: [
    whatInWords(what),
    ...(inList ? [{ hint: 'one row of a list' }] : []),
    ...(told ? [{ hint: 'the owner was told of it' }] : []),
  ],
});

const rowOf = (read: Read, scope: string): readonly Cell[] => [
  {
    lines: [
      { when: read.at },
      ...(read.lastAt === undefined ? [] : [{ hint: 'again until' }, { when: read.lastAt }]),
    ],
  },
  whoCell(read),
  whatCell(read),
  { lines: [purposeInWords(read.purpose), { hint: `${read.basis} (${read.source})` }] },
  {
    lines: [
      {
        text: shortly(read.recordRef),
        href: addressOf(PATH, { scope, recordRef: read.recordRef }),
        about: 'only this record',
      },
      ...(scope === 'our-people' ? [{ borough: read.owner }] : []),
    ],
  },
];

/** Who looked at the authority's children, when, for what and on which basis. */
export const readsPage = ({ reads, next }: Answer, { entries, cursor, faults }: ReadsAsked) => {
  const isFiltered = entries.by !== '' || entries.since !== '' || entries.recordRef !== '';
  const ours = entries.scope === 'our-records';
  return {
    ...headed('Who looked at our children'),
    form: { entries, lists: {}, ...(faults ? { faults } : {}) },
    table: {
      caption: ours
        ? 'Looks at our records, the latest first'
        : 'What our people looked at, the latest first',
      columns: ['When', 'Who', 'What', 'Why and on which basis', 'Record'],
      rows: reads.map((read) => rowOf(read, entries.scope)),
    },
    isFiltered,
    isLater: cursor !== '',
    csv: addressOf(`${PATH}.csv`, entries),
    clear: PATH,
    links: {
      ...(next === undefined ? {} : { next: addressOf(PATH, { ...entries, cursor: next }) }),
      ...(cursor === '' ? {} : { first: addressOf(PATH, entries) }),
    },
  };
};
