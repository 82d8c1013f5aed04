import type { components } from '@ibex/sdk';
import { counted } from '../../frame/cells';
import type { Cell } from '../../frame/cells';
import { CATEGORIES } from '../journeys/journey';
import { STATES, isNarrowed, toldPath } from './told.asked';
import type { State, ToldAsked } from './told.asked';

type Schemas = components['schemas'];
export type ToldAnswer = Schemas['WhatWeToldAnswer'];
export type ToldLine = Schemas['WhatWeToldLine'];
type Reach = ToldLine['reach'];

const ABOUT: Readonly<Record<(typeof CATEGORIES)[number], string>> = {
  placement: 'Placements',
  move: 'Moves',
  missing: 'Missing children',
  exploitation: 'Exploitation',
};

const STATE_WORDS: Readonly<Record<State, string>> = {
  open: 'Goes on',
  over: 'Over',
  corrected: 'Corrected since',
  recalled: 'Recalled',
};
const STATE_COLOURS: Readonly<Record<State, string>> = {
  open: 'blue',
  over: 'grey',
  corrected: 'yellow',
  recalled: 'red',
};

const childOf = ({ child }: ToldLine): string =>
  [child?.forename, child?.surname].filter((part) => part !== undefined).join(' ');

const aboutLines = (line: ToldLine, authority: string): readonly Cell[] => {
  if (line.recordOwner !== authority)
    return [{ boroughs: [line.recordOwner], before: 'An answer to a notice of' }];
  const { localId } = line.child ?? {};
  if (line.child === undefined) return [{ hint: 'Name not shown: restricted, or erased' }];
  return [
    ...(childOf(line) === '' ? [] : [childOf(line)]),
    ...(localId === undefined ? [] : [{ hint: `Your number ${localId}` }]),
  ];
};

const whatCell = (line: ToldLine, authority: string): Cell => ({
  lines: [
    {
      href: `/console/tell/notices/${line.notification}/${line.noticeId}`,
      text: line.title,
      about: childOf(line) === '' ? '' : `about ${childOf(line)}`,
    },
    ...aboutLines(line, authority),
  ],
});

/** The one thing that a sender may have to see to. */
const reachTag = ({ told, toTell, waiting, acknowledged, toldOtherwise }: Reach): Cell => {
  if (told === 0) return { hint: 'No other authority' };
  if (toTell > 0) return { tag: `${String(toTell)} to tell by other means`, colour: 'orange' };
  if (waiting > 0) return { tag: `${String(waiting)} not fetched yet`, colour: 'yellow' };
  if (acknowledged + toldOtherwise === told)
    return { tag: acknowledged === 0 ? 'Told by other means' : 'Taken on', colour: 'green' };
  return { tag: 'Delivered', colour: 'light-blue' };
};

const COUNTS: readonly (readonly [keyof Reach, string])[] = [
  ['delivered', 'delivered'],
  ['opened', 'opened'],
  ['acknowledged', 'acknowledged'],
  ['toldOtherwise', 'told by other means'],
];

/** `Of 3 authorities: 2 delivered, 1 opened`. */
export const reachInWords = (reach: Reach): string => {
  const said = COUNTS.filter(([name]) => reach[name] > 0).map(
    ([name, word]) => `${String(reach[name])} ${word}`,
  );
  const all = counted(reach.told, 'authority', 'authorities');
  return said.length === 0 ? `${all}, none reached yet` : `Of ${all}: ${said.join(', ')}`;
};

const reachCell = ({ reach }: ToldLine): Cell =>
  reach.told === 0 ? reachTag(reach) : { lines: [reachTag(reach), { hint: reachInWords(reach) }] };

const WHO: Readonly<Record<string, string>> = {
  'placing-practitioner': 'by the placements team',
  'duty-desk': 'by the duty desk',
  mash: 'by the MASH',
  'system-client': 'by one of your systems',
};

const rowOf = (line: ToldLine, authority: string): readonly Cell[] => [
  whatCell(line, authority),
  { lines: [{ when: line.recordedAt }, { hint: WHO[line.role] ?? 'by a colleague' }] },
  reachCell(line),
  { tag: STATE_WORDS[line.state], colour: STATE_COLOURS[line.state] },
];

const choices = <T extends string>(
  everything: string,
  words: Readonly<Record<T, string>>,
  values: readonly T[],
) => [{ value: '', text: everything }, ...values.map((value) => ({ value, text: words[value] }))];

const captionOf = (asked: ToldAsked): string => {
  if (asked.record !== undefined) return 'Told of this child, the latest first';
  return isNarrowed(asked) ? 'What fits' : 'Everything, the latest first';
};

export type ToldShownTo = Readonly<{ answer: ToldAnswer; asked: ToldAsked; authority: string }>;

/** What this authority has told, the latest first, how far each of it has come and how it stands. */
export const toldPage = ({ answer, asked, authority }: ToldShownTo) => ({
  table: {
    caption: captionOf(asked),
    columns: ['What was told', 'When', 'Who has it', 'How it stands'],
    rows: answer.items.map((line) => rowOf(line, authority)),
  },
  filter: { about: asked.about ?? '', state: asked.state ?? '', since: asked.typed, record: asked.record },
  localId: asked.localId ?? '',
  about: choices('Everything', ABOUT, CATEGORIES),
  states: choices('All', STATE_WORDS, STATES),
  narrowed: isNarrowed(asked) || asked.faults?.of['since'] !== undefined,
  faults: asked.faults,
  upToDate: answer.upToDate,
  pages: {
    ...(answer.next === undefined ? {} : { next: toldPath(asked, answer.next) }),
    ...(asked.cursor === undefined ? {} : { first: toldPath(asked) }),
  },
});
