import type { components } from '@ibex/sdk';
import type { Cell } from '../../frame/cells';

type Schemas = components['schemas'];
type Fact = Schemas['NoticeFactDto'];
type Row = Readonly<{ label: string; value: Cell }>;

const dayCell = (value: unknown): Cell | undefined =>
  typeof value === 'string' && value !== '' ? { day: value } : undefined;
const textCell = (value: unknown): Cell | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const codeCell = (value: unknown): Cell | undefined =>
  typeof value === 'string' && value !== '' ? { code: value } : undefined;
const concernsCell = (value: unknown): Cell | undefined => {
  if (value === true) return { tag: 'Has concerns', colour: 'red' };
  return value === false ? 'None' : undefined;
};

/** What another authority may say on a notice of ours, in the order in which it matters. */
const FIELDS: readonly (readonly [
  field: string,
  label: string,
  toCell: (value: unknown) => Cell | undefined,
])[] = [
  ['concerns', 'Concerns', concernsCell],
  ['response', 'Answer', codeCell],
  ['riskAssessedOn', 'Risk in its area assessed', dayCell],
  ['panelReviewOn', 'Its panel looks at it', dayCell],
  ['reason', 'Reason', codeCell],
  ['narrative', 'In its words', textCell],
  ['explanation', 'In its words', textCell],
  ['whatWeAreDoing', 'What it is doing', textCell],
];

type Part = Readonly<Record<string, unknown>>;
const partOf = (value: unknown): Part =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** Names and numbers of whom it can be reached by. */
const contactRows = (contacts: unknown): readonly Row[] =>
  Object.values(partOf(contacts)).flatMap((contact) => {
    const { name, phone, email } = partOf(contact);
    const lines = [name, phone, email].map(textCell).filter((line) => line !== undefined);
    return lines.length === 0 ? [] : [{ label: 'Whom to ring', value: { lines } }];
  });

const rowsOf = ({ data, personal = {} }: Fact): readonly Row[] => [
  ...FIELDS.flatMap(([field, label, toCell]) => {
    const value = toCell(personal[field] ?? data[field]);
    return value === undefined ? [] : [{ label, value }];
  }),
  ...contactRows(personal['contacts']),
];

/** What others said on a notice of ours, the latest first; who only acknowledged said nothing more. */
export const answersIn = (facts: readonly Fact[], authority: string) =>
  facts
    .filter(({ by }) => by.authority !== authority)
    .map((fact) => ({
      ...{ title: fact.title, by: fact.by.authority, recordedAt: fact.recordedAt },
      rows: rowsOf(fact),
    }))
    .filter(({ rows }) => rows.length > 0)
    .reverse();
