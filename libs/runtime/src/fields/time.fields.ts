import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { fromEpochMs, isCivilDate, isInstant, toEpochMs } from '@ibex/kernel';
import { field } from './field';
import type { FieldOptions } from './field';

const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/;
const WITHOUT_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;

const offsetMinutes = (offset = ''): number | undefined => {
  if (offset === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (hours > 14 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
};

/** UTC with milliseconds, of any ISO 8601 time with an offset; undefined for everything else. */
export const toInstant = (text: string): string | undefined => {
  const match = WITH_OFFSET.exec(text);
  if (!match) return undefined;
  const [minute, second, fraction, zone] = match.slice(1).map((part: string | undefined) => part ?? '');
  const local = localInstant(minute, second, fraction);
  const offset = offsetMinutes(zone);
  if (!isInstant(local) || offset === undefined) return undefined;
  return offset === 0 ? local : fromEpochMs(toEpochMs(local) - offset * 60_000);
};

const localInstant = (minute = '', second = '', fraction = ''): string =>
  `${minute}:${second.padEnd(2, '0')}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;

// A London clock shows 01:30 never on 29 March 2026 and twice on 25 October 2026: only the sender knows which was meant.
const instantFault = (value: unknown): string =>
  typeof value === 'string' && WITHOUT_OFFSET.test(value)
    ? 'has no offset from UTC, so it may mean two moments or none when the clocks change'
    : 'is not a moment in time that exists';

/** A moment: ISO 8601 with `Z` or an offset, kept in UTC with milliseconds. */
export const InstantField = (options: FieldOptions): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (toInstant(value) ?? value) : value,
    ),
    field(
      { example: '2026-03-29T01:30:00+01:00', ...options },
      {
        rule: 'instant',
        holds: (value) => typeof value === 'string' && isInstant(value),
        fault: instantFault,
        mend: 'Give date, time and offset, e.g. 2026-10-25T01:30:00+01:00 (summer time) or 2026-10-25T01:30:00Z.',
      },
      { type: String, format: 'date-time' },
    ),
  );

/** A calendar date that exists, `YYYY-MM-DD`. */
export const CivilDateField = (options: FieldOptions): PropertyDecorator =>
  field(
    { example: '2026-03-29', ...options },
    {
      rule: 'date',
      holds: (value) => typeof value === 'string' && isCivilDate(value),
      fault: () => 'is not a date that exists',
      mend: 'Give the date as YYYY-MM-DD, e.g. 2026-03-29.',
    },
    { type: String, format: 'date' },
  );
