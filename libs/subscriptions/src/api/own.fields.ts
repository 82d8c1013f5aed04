import { applyDecorators } from '@nestjs/common';
import { field, toInstant } from '@ibex/runtime';
import type { FieldOptions } from '@ibex/runtime';
import { isInstant } from '@ibex/kernel';
import { Transform } from 'class-transformer';

export const START_WORDS = ['now', 'beginning'] as const;
/** A word, the number of an entry, or an instant in UTC. */
export type StartsAt = string | number;

export const isStartWord = (value: unknown): value is (typeof START_WORDS)[number] =>
  START_WORDS.some((word) => word === value);

const isStart = (value: unknown): boolean =>
  isStartWord(value) ||
  (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) ||
  (typeof value === 'string' && isInstant(value));

/** Where in a mailbox to begin. */
export const StartField = (options: FieldOptions): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && !isStartWord(value) ? (toInstant(value) ?? value) : value,
    ),
    field(
      options,
      {
        rule: 'start',
        holds: isStart,
        fault: () => 'is neither a word, nor a number of an entry, nor a moment',
        mend: 'Give now, beginning, the number of the last entry that you have, or date, time and offset.',
      },
      {
        oneOf: [
          { type: 'string', enum: [...START_WORDS] },
          { type: 'integer', minimum: 0 },
          { type: 'string', format: 'date-time' },
        ],
      },
    ),
  );

const DESK = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** A desk by its short name, which names no person. */
export const DeskField = (options: FieldOptions): PropertyDecorator =>
  field(
    { example: 'duty-desk', ...options },
    {
      rule: 'desk',
      holds: (value) => typeof value === 'string' && DESK.test(value),
      fault: () => 'is not the short name of a desk',
      mend: 'Give 1 to 40 lower-case letters, digits and hyphens, e.g. out-of-hours; no name of a person.',
    },
    { type: String, pattern: DESK.source },
  );
