import { isInstant, londonDateOf, londonTimeOf } from '@ibex/kernel';
import { tableOf } from '../output';
import type { Shown } from '../output';

const STATES: Readonly<Record<string, string>> = {
  proposed: 'proposed: a person has to decide',
  linked: 'linked: held to be one child',
  apart: 'apart: a person says two children',
  forbidden: 'never to be linked',
  withdrawn: 'nothing speaks for one child any more',
};
const SIGHTS: Readonly<Record<string, string>> = {
  owner: 'your own',
  addressee: 'you were told of it',
  grant: 'opened in an emergency',
  none: 'not yours to see',
};
const FIELDS: readonly (readonly [name: string, words: string])[] = [
  ['localId', 'your case number'],
  ['forename', 'forename'],
  ['surname', 'surname'],
  ['dateOfBirth', 'born'],
  ['sex', 'sex'],
  ['ethnicity', 'ethnicity'],
  ['nhsNumber', 'NHS number'],
  ['upn', 'UPN'],
  ['homePostcode', 'home postcode'],
];

export const itemsIn = (value: unknown): readonly Shown[] =>
  Array.isArray(value) ? (value as readonly Shown[]) : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const when = (value: unknown): string =>
  typeof value === 'string' && isInstant(value) ? `${londonDateOf(value)} ${londonTimeOf(value)}` : '';
const inState = (state: unknown): string => STATES[text(state)] ?? text(state);

const HIDDEN = '(not shown to you)';
const sideBySide = (sides: readonly Shown[]): string => {
  const children = sides.map(({ child }) => child as Shown | undefined);
  const headers = sides.map(
    ({ ownerName, sight }, at) =>
      `${String(at + 1)}: ${text(ownerName)}, ${SIGHTS[text(sight)] ?? text(sight)}`,
  );
  const known = FIELDS.filter(([name]) => children.some((child) => child?.[name] !== undefined));
  const rows = known.map(([name, words]) => ({
    ' ': words,
    ...Object.fromEntries(
      headers.map((header, at) => [header, children[at] ? text(children[at][name]) : HIDDEN]),
    ),
  }));
  return tableOf(rows, [' ', ...headers]);
};

const lineOf = ({ what, at, by, person, rationale, kind }: Shown): string => {
  const who = [text(by), text(person)].filter((part) => part !== '').join('/');
  const words = [kind, rationale].filter((part) => typeof part === 'string').join(': ');
  return `  ${when(at)}  ${text(what)}${who === '' ? '' : ` (${who})`}${words === '' ? '' : ` “${words}”`}`;
};

/** Two records side by side, for whoever has to decide whether they are of one child. */
export const caseText = (shown: Shown): string => {
  const isWaiting = shown['awaitsSecondPerson'] === true;
  const notes = [
    ...(isWaiting ? ['A first person has said so; a second one has to say so, too.'] : []),
    ...(shown['takesTwo'] === true ? ['One record is restricted: linking them takes two people.'] : []),
    ...(shown['hasRivals'] === true ? ['Other records could as well be meant: look closely.'] : []),
  ];
  const why = Array.isArray(shown['why']) ? shown['why'].map((reason) => `  ${text(reason)}`) : [];
  return [
    `pair ${text(shown['id'])}: ${inState(shown['state'])}`,
    ...notes,
    '',
    sideBySide(itemsIn(shown['sides'])),
    '',
    `Why (${text(shown['odds'])} that it is one child):`,
    ...(why.length > 0 ? why : ['  nothing on record']),
    '',
    'What happened:',
    ...itemsIn(shown['history']).map(lineOf),
  ].join('\n');
};

const reachedLine = ({ name, records, lastAt, correctedAt, confirmedAt }: Shown): string => {
  const told = typeof correctedAt === 'string' ? `told ${when(correctedAt)}` : 'not told yet';
  const confirmed = typeof confirmedAt === 'string' ? `confirmed ${when(confirmedAt)}` : 'not confirmed yet';
  return `  ${text(name)}: ${String(records)} records, last seen ${when(lastAt)}; ${told}; ${confirmed}`;
};

/** Who was shown two children as one, and whether they know better. */
export const radiusText = (shown: Shown): string => {
  const spells = itemsIn(shown['spells']).flatMap(({ linkedAt, partedAt, reached }) => {
    const until = typeof partedAt === 'string' ? `to ${when(partedAt)}` : 'until now';
    const lines = itemsIn(reached).map(reachedLine);
    return [
      `linked from ${when(linkedAt)} ${until}; shown as one child to:`,
      ...(lines.length > 0 ? lines : ['  nobody']),
    ];
  });
  return spells.length > 0 ? spells.join('\n') : 'the two were never linked';
};

const NEXT: Readonly<Record<string, string>> = {
  LinkConfirmed: 'linked: held to be one child from now on',
  LinkConfirmationAsked: 'noted; a second person has to say so, too, before it takes effect',
  LinkDeclined: 'noted: two children; the matcher will not link them again',
  LinkUndone: 'parted; whoever was shown the two as one child will be told',
  LinkForbidden: 'marked: never to be linked, whatever speaks for it',
  LinkLiftingAsked: 'noted; a second person has to agree before the mark is lifted',
  LinkForbiddanceLifted: 'the mark is lifted; the two may be linked again',
};

/** What a decision came to. */
export const outcomeText = ({ facts, id }: Shown): string => {
  const last = Array.isArray(facts) ? text(facts.at(-1)) : '';
  return `${NEXT[last] ?? 'nothing changed'}\npair ${text(id)}`;
};
