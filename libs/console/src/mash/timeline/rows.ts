import type { Entry, GapShown, NameOf } from '../parts/answers';
import { codeInWords } from '../../frame/filters';
import { isMoment, momentInWords } from '../parts/moments';
import { saidIn } from '../parts/said';
import type { Said } from '../parts/said';
import type { Look } from './drawn';

/** One line of a history as a table shows it. `id`: where the picture leads to. */
export type Row = Readonly<{
  id: string;
  /** Instant or London date; empty for what is withheld. */
  at: string;
  what: string;
  /** Who told it, or owes it. */
  who: string;
  look: Look | 'gap' | 'withheld';
  says: readonly Said[];
  recordedAt?: string;
  told: readonly string[];
  isRestricted: boolean;
  isLate: boolean;
  basis?: string;
}>;

const WITHHELD: Omit<Row, 'id'> = {
  ...{ at: '', what: 'Something is withheld', who: '', look: 'withheld' },
  says: [{ label: 'what to do', text: 'ask the authority whose record it is' }],
  ...{ told: [], isRestricted: false, isLate: false },
};

const lateIn = ({ duty }: Entry): boolean => duty?.state === 'late' || duty?.metLate === true;

const lookOf = (entry: Entry): Look => {
  if (entry.kind === 'duty') return lateIn(entry) ? 'late' : 'duty';
  return entry.kind === 'step' ? 'step' : 'notice';
};

const when = (label: string, moment: string | undefined): readonly Said[] =>
  moment === undefined ? [] : [{ label, text: momentInWords(moment) }];

const ofDuty = ({ duty }: Entry): readonly Said[] => {
  if (!duty) return [];
  const { text, owedByName, owedTo, owedToName, dueAt, because, metLate, state } = duty;
  return [
    { label: 'duty', text },
    { label: 'owed by', text: owedByName },
    { label: 'owed to', text: owedToName ?? owedTo ?? 'the child' },
    ...(state === 'late' || state === 'due' ? [] : when('due', dueAt)),
    ...(metLate === true ? [{ label: 'when', text: 'after it was due' }] : []),
    ...(because === undefined ? [] : [{ label: 'because', text: codeInWords(because) }]),
  ];
};

const ofStep = ({ step, source }: Entry): readonly Said[] => {
  if (!step) return [];
  const detail = step.detail === undefined ? [] : [{ label: 'what', text: codeInWords(step.detail) }];
  return step.authority === source
    ? detail
    : [...detail, { label: 'in the mailbox of', text: step.authorityName }];
};

const reachedIn = ({ reached }: Entry): readonly Said[] =>
  reached
    ? [
        ...when('told', reached.toldAt),
        ...when('opened', reached.openedAt),
        ...when('acknowledged', reached.acknowledgedAt),
      ]
    : [];

const saysOf = (entry: Entry, nameOf: NameOf): readonly Said[] => {
  if (entry.kind === 'duty') return ofDuty(entry);
  if (entry.kind === 'step') return ofStep(entry);
  return [...saidIn(entry.data, nameOf), ...saidIn(entry.personal, nameOf)];
};

const rowOf = (entry: Entry, nameOf: NameOf): Omit<Row, 'id'> => {
  if (entry.withheld) return WITHHELD;
  const { occurredAt = '', title = '', sourceName = '', recordedAt, told = [], basis } = entry;
  return {
    ...{ at: occurredAt, what: title, who: sourceName, look: lookOf(entry) },
    says: [...saysOf(entry, nameOf), ...reachedIn(entry)],
    ...(recordedAt === undefined ? {} : { recordedAt }),
    told: told.map(({ authorityName, capacity }) => `${authorityName} (${codeInWords(capacity)})`),
    ...{ isRestricted: entry.restricted === true, isLate: lateIn(entry) },
    ...(basis ? { basis: `${basis.text} (${basis.source})` } : {}),
  };
};

const DATE = /\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?/g;

/** The exchange writes dates in its sentences as computers do. */
export const datesInWords = (sentence: string): string =>
  sentence.replaceAll(DATE, (date) => (isMoment(date) ? momentInWords(date) : date));

const ofGap = ({ from, to, unknown }: GapShown): Omit<Row, 'id'> => ({
  ...{ at: from, what: 'Not known', who: '', look: 'gap' },
  says: [
    { label: '', text: datesInWords(unknown) },
    { label: 'until', text: to === undefined ? 'now' : momentInWords(to) },
  ],
  ...{ told: [], isRestricted: false, isLate: false },
});

const inOrder = (one: Omit<Row, 'id'>, other: Omit<Row, 'id'>): number => {
  const [a, b] = [one.at === '' ? '~' : one.at, other.at === '' ? '~' : other.at];
  return a < b ? -1 : a > b ? 1 : 0;
};

export type RowOf = Readonly<{ row: Row; entry?: Entry; gap?: GapShown }>;

/** Everything in order, gaps where they begin, what is withheld at the end, without a time. */
export const rowsOf = (
  entries: readonly Entry[],
  gaps: readonly GapShown[],
  nameOf: NameOf,
): readonly RowOf[] =>
  [
    ...entries.map((entry) => ({ row: rowOf(entry, nameOf), entry })),
    ...gaps.map((gap) => ({ row: ofGap(gap), gap })),
  ]
    .toSorted((one, other) => inOrder(one.row, other.row))
    .map(({ row, ...about }, at) => ({ row: { ...row, id: `line-${String(at + 1)}` }, ...about }));
