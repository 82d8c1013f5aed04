import { field } from './field';
import type { FieldOptions } from './field';

/** Yes or no. */
export const Flag = (options: FieldOptions): PropertyDecorator =>
  field(
    options,
    {
      rule: 'flag',
      holds: (value) => typeof value === 'boolean',
      fault: () => 'is neither true nor false',
      mend: 'Give true or false, without quotation marks.',
    },
    { type: Boolean },
  );

/** A whole number from `min` to `max`. */
export const Count = (options: FieldOptions & Readonly<{ min: number; max: number }>): PropertyDecorator =>
  field(
    options,
    {
      rule: 'count',
      holds: (value) =>
        Number.isInteger(value) && Number(value) >= options.min && Number(value) <= options.max,
      fault: () => `is not a whole number from ${options.min} to ${options.max}`,
      mend: `Give a whole number from ${options.min} to ${options.max}, without quotation marks.`,
    },
    { type: 'integer', minimum: options.min, maximum: options.max },
  );
