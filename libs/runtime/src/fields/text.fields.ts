import { Transform } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { field } from './field';
import type { FieldOptions } from './field';

// control characters except tab and line breaks, and halves of characters: they hide text and break files
const UNSHOWABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]/u;

const textFault = (value: unknown, max: number): string | undefined => {
  if (typeof value !== 'string') return 'is not text';
  if (value.trim() === '') return 'is empty';
  if (value.length > max) return `is longer than ${max} characters`;
  return UNSHOWABLE.test(value) ? 'holds characters that cannot be shown' : undefined;
};

/** Text of 1 to `max` characters. */
export const Text = (options: FieldOptions & Readonly<{ max: number }>): PropertyDecorator =>
  field(
    options,
    {
      rule: 'text',
      holds: (value) => textFault(value, options.max) === undefined,
      fault: (value) => textFault(value, options.max) ?? 'is not right',
      mend: `Give 1 to ${options.max} characters of text${options.optional ? ', or leave the field out' : ''}.`,
    },
    { type: String, minLength: 1, maxLength: options.max },
  );

/** Up to `maxItems` texts of 1 to `max` characters each. */
export const TextList = (
  options: FieldOptions & Readonly<{ max: number; maxItems: number }>,
): PropertyDecorator => {
  const holds = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length <= options.maxItems &&
    value.every((item) => textFault(item, options.max) === undefined);
  return field(
    options,
    {
      rule: 'text-list',
      holds,
      fault: () => 'is not a list of texts, or is too long',
      mend: `Give at most ${options.maxItems} texts of 1 to ${options.max} characters.`,
    },
    { type: [String], maxItems: options.maxItems },
  );
};

/** One value of a code set. */
export const Code = (values: readonly string[], options: FieldOptions): PropertyDecorator => {
  const known: ReadonlySet<unknown> = new Set(values);
  const shown = values.length > 30 ? `${values.slice(0, 30).join(', ')} …` : values.join(', ');
  return field(
    options,
    {
      rule: 'code',
      holds: (value) => known.has(value),
      fault: () => 'is not one of the codes known here',
      mend: `Give one of: ${shown}.`,
    },
    { type: String, enum: [...values] },
  );
};

/** Up to `maxItems` different values of a code set. */
export const CodeList = (
  values: readonly string[],
  options: FieldOptions & Readonly<{ maxItems?: number }>,
): PropertyDecorator => {
  const known: ReadonlySet<unknown> = new Set(values);
  const maxItems = options.maxItems ?? values.length;
  const holds = (value: unknown): boolean =>
    Array.isArray(value) && value.length <= maxItems && value.every((item) => known.has(item));
  return field(
    options,
    {
      rule: 'code-list',
      holds: (value) => holds(value) && Array.isArray(value) && new Set(value).size === value.length,
      fault: () => 'is not a list of different codes known here',
      mend: `Give a list of at most ${maxItems} of: ${values.join(', ')}.`,
    },
    { type: String, isArray: true, enum: [...values], maxItems, uniqueItems: true },
  );
};

const matching = (
  options: FieldOptions,
  pattern: RegExp,
  words: Readonly<{ rule: string; fault: string; mend: string }>,
): PropertyDecorator =>
  field(
    options,
    {
      rule: words.rule,
      holds: (value) => typeof value === 'string' && pattern.test(value),
      fault: () => words.fault,
      mend: words.mend,
    },
    { type: String, pattern: pattern.source },
  );

/** A local authority in England, by its nine-character ONS code. */
export const GssField = (options: FieldOptions): PropertyDecorator =>
  matching({ example: 'E09000008', ...options }, /^E(?:06|07|08|09|10)\d{6}$/, {
    rule: 'gss',
    fault: 'is not the code of an English local authority',
    mend: 'Give the nine-character ONS code, e.g. E09000008 for Croydon.',
  });

/** An id or reference that IBEX gave out. */
export const RefField = (options: FieldOptions): PropertyDecorator =>
  matching(options, /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/, {
    rule: 'reference',
    fault: 'is not a reference that IBEX gives out',
    mend: 'Give the id or reference exactly as IBEX returned it.',
  });

// the shapes of BS 7666 postcodes; whether one exists is for the loaded directory to say
const POSTCODE = /^(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})$/;
const toPostcode = (value: unknown): unknown => {
  if (typeof value !== 'string' || value.length > 12) return value;
  const bare = value.replaceAll(' ', '').toUpperCase();
  return `${bare.slice(0, -3)} ${bare.slice(-3)}`;
};

/** A postcode, in any case and spacing; kept as `CR0 1EA`. */
export const PostcodeField = (options: FieldOptions): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => toPostcode(value)),
    matching({ example: 'CR0 1EA', ...options }, POSTCODE, {
      rule: 'postcode',
      fault: 'is not shaped like a postcode',
      mend: 'Give the whole postcode, e.g. CR0 1EA, or leave it out where it is not known.',
    }),
  );
