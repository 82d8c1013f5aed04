import { isInstant, londonDateOf, londonTimeOf } from '@ibex/kernel';
import type { Shown } from '../output';
import { chronologyDetails } from './query.columns';
import type { Names } from './query.columns';

/** All pages of a child's history. */
export type History = Readonly<{
  records: readonly Shown[];
  items: readonly Shown[];
  gaps: readonly Shown[];
}>;

const isShown = (value: unknown): value is Shown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const part = (item: Shown, name: string): Shown => {
  const value = item[name];
  return isShown(value) ? value : {};
};

/** By the clock in London, to the minute; a date as it is. */
const when = (moment: string): string =>
  isInstant(moment) ? `${londonDateOf(moment)} ${londonTimeOf(moment)}` : moment;

const INDENT = ' '.repeat(18);
const said = (...parts: readonly string[]): string => parts.filter((each) => each !== '').join(' · ');

const recordLine = (record: Shown): string => {
  const { forename, surname, dateOfBirth, localId } = part(record, 'child');
  const name = [forename, surname].map(text).join(' ').trim();
  const born = text(dateOfBirth) === '' ? '' : `born ${text(dateOfBirth)}`;
  return `  ${said(
    ...[text(record['ownerName']), name, born, text(localId)],
    `seen as ${text(record['seenAs'])}: ${text(part(record, 'basis')['text'])}`,
    record['withheld'] === true ? 'something is withheld: ask its owner' : '',
  )}`;
};

const dutyOf = (item: Shown): string => {
  const { text: words, owedByName, owedToName, dueAt, metLate, because } = part(item, 'duty');
  return said(
    text(words),
    `owed by ${text(owedByName)}${text(owedToName) === '' ? '' : ` to ${text(owedToName)}`}`,
    text(dueAt) === '' ? '' : `due ${when(text(dueAt))}`,
    metLate === true ? 'late' : '',
    text(because),
  );
};

const detailOf = (item: Shown, names: Names): string => {
  if (item['kind'] === 'duty') return dutyOf(item);
  if (item['kind'] === 'step') return text(part(item, 'step')['detail']);
  return chronologyDetails(item, names);
};

const reachedOf = (item: Shown): string => {
  const { toldAt, openedAt, acknowledgedAt } = part(item, 'reached');
  const of = (word: string, at: unknown): string => (text(at) === '' ? '' : `${word} ${when(text(at))}`);
  return said(of('told', toldAt), of('opened', openedAt), of('acknowledged', acknowledgedAt));
};

const itemLines = (item: Shown, names: Names): string => {
  if (item['withheld'] === true) return `${'(withheld)'.padEnd(18)}Something is withheld here.`;
  const recorded = text(item['recordedAt']) === '' ? '' : `recorded ${when(text(item['recordedAt']))}`;
  const first = said(text(item['title']), text(item['sourceName']), recorded);
  const more = [detailOf(item, names), reachedOf(item)].filter((line) => line !== '');
  return [`${when(text(item['occurredAt'])).padEnd(18)}${first}`, ...more.map((line) => INDENT + line)].join(
    '\n',
  );
};

const gapLine = ({ from, to, unknown }: Shown): string =>
  `${when(text(from)).padEnd(18)}… nothing known${text(to) === '' ? '' : ` until ${when(text(to))}`}: ${text(unknown)}`;

type Dated = Readonly<{ at: string; line: string }>;

/** What happened, in order, with its gaps where they begin; what is withheld stands last, without a time. */
export const timelineOf = ({ records, items, gaps }: History, names: Names): string => {
  const dated: readonly Dated[] = [
    ...items.map((item) => ({ at: text(item['occurredAt']) || '~', line: itemLines(item, names) })),
    ...gaps.map((gap) => ({ at: text(gap['from']), line: gapLine(gap) })),
  ];
  const lines = dated.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return [
    'Records of this child that you may see:',
    ...records.map(recordLine),
    '',
    ...(lines.length === 0 ? ['nothing on record'] : lines.map(({ line }) => line)),
  ].join('\n');
};
