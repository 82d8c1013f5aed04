const pad = (text: string): string => text.padStart(2, '0');
const isDigits = (text: string): boolean => /^\d{8}$/.test(text);

/** A date by its parts, year first or last. */
const fromParts = ([first = '', second = '', third = '']: readonly string[]): string => {
  const [year, month, day] = first.length === 4 ? [first, second, third] : [third, second, first];
  return `${year}${pad(month)}${pad(day)}`;
};

/** `yyyymmdd` of a date written `yyyy-mm-dd`, `yyyymmdd`, `dd/mm/yyyy` and the like; undefined where it is none at all. */
export const toDigits = (text = ''): string | undefined => {
  const parts = text.trim().split(/[-/. T]/);
  const digits = parts.length === 1 ? (parts[0] ?? '') : fromParts(parts);
  return isDigits(digits) ? digits : undefined;
};
