import { isProblem } from '@ibex/sdk';
import type { ExchangeProblem } from '@ibex/sdk';

export type SummaryLine = Readonly<{ text: string; href?: string }>;
/** What is wrong with a form: lines for the summary at the top, and the message of each field. */
export type FormFaults = Readonly<{ summary: readonly SummaryLine[]; of: Readonly<Record<string, string>> }>;
export type Attempt<T> = Readonly<{ done: T; faults?: never } | { done?: never; faults: FormFaults }>;

/** Where a field of a body stands in a form: `/child/givenName` or `child.givenName` both as `child.givenName`. */
export const fieldName = (field: string): string => field.replaceAll('/', '.').replace(/^\./, '');

/** An `id` for a field: anchors hold no dots. */
export const fieldId = (field: string): string => fieldName(field).replaceAll(/[^A-Za-z0-9]+/g, '-');

const sentence = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join('\n')
    .replaceAll(/([.!?]?)\n/g, (_, end: string) => `${end || '.'} `);

/** Faults found by the page itself: `{ reason: 'Say why' }`. */
export const faultsOf = (messages: Readonly<Record<string, string>>): FormFaults => ({
  summary: Object.entries(messages).map(([field, text]) => ({ text, href: `#${fieldId(field)}` })),
  of: messages,
});

/** The exchange's problem as faults of the form that it came from. */
export const faultsIn = ({ document }: ExchangeProblem): FormFaults => {
  const { errors = [], field, detail, mend } = document;
  const listed = errors.map((each) => [fieldName(each.field), sentence(each.detail, each.mend)] as const);
  if (listed.length > 0) return faultsOf(Object.fromEntries(listed));
  const text = sentence(detail, mend);
  return field === undefined ? { summary: [{ text }], of: {} } : faultsOf({ [fieldName(field)]: text });
};

/** A body that is wrong, or an order that is refused: the person can mend it on the same form. */
const MENDABLE: ReadonlySet<number> = new Set([400, 409, 412, 413, 415, 422]);

/** Does something that a form asks for. What the exchange refuses with a reason comes back as faults; the rest is thrown. */
export const attempt = async <T>(work: () => Promise<T>): Promise<Attempt<T>> => {
  try {
    return { done: await work() };
  } catch (error) {
    if (isProblem(error) && MENDABLE.has(error.document.status)) return { faults: faultsIn(error) };
    throw error;
  }
};
