import { isCivilDate, isInstant } from '@ibex/kernel';
import { writtenDate, writtenInstant } from './letter';
import type { LetterLine } from './letter';

/** What a value is called in words, e.g. the name of an authority; undefined where it has no other name. */
export type Wording = (value: string) => string | undefined;

/** Fields that serve the exchange and tell a reader of a letter nothing. */
const OF_THE_EXCHANGE: ReadonlySet<string> = new Set(['by', 'kind', 'scaleId', 'restricted', 'sourceSystem']);

/** `placementType` as Placement type. */
export const labelOf = (field: string): string => {
  const words = field.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const inWords = (value: string | number | boolean, wording: Wording): string => {
  if (value === true) return 'Yes';
  if (value === false) return 'No';
  const text = String(value);
  if (isCivilDate(text)) return writtenDate(text);
  if (isInstant(text)) return writtenInstant(text);
  return wording(text) ?? text;
};

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const linesOfValue = (label: string, value: unknown, wording: Wording): readonly LetterLine[] => {
  if (isPlain(value)) return value === '' ? [] : [[label, inWords(value, wording)]];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.every(isPlain)
      ? items.length === 0
        ? []
        : [[label, items.map((item) => inWords(item, wording)).join(', ')]]
      : items.flatMap((item, at) => linesOfValue(`${label} ${at + 1}`, item, wording));
  }
  if (typeof value !== 'object' || value === null) return [];
  return linesOf(value, wording).map(([inner, text]) => [
    inner === 'Gss' ? label : `${label}: ${inner.toLowerCase()}`,
    text,
  ]);
};

/** Every telling field of an object as lines, nested ones with their path. */
export const linesOf = (fields: object, wording: Wording): readonly LetterLine[] =>
  Object.entries(fields)
    .filter(([field]) => !OF_THE_EXCHANGE.has(field))
    .flatMap(([field, value]) => linesOfValue(labelOf(field), value, wording));
