import 'reflect-metadata';
import { ProblemError } from '../problems/problem-error';
import type { FieldFault } from '../problems/problem-error';
import { checked } from '../validation/check';
import { Nested, NestedList } from './nested.fields';
import { Count, Flag } from './number.fields';
import { Code, CodeList, GssField, PostcodeField, RefField, Text, TextList } from './text.fields';
import { CivilDateField, InstantField } from './time.fields';

const d = { description: 'For the spec.', optional: true };

class Part {
  @Text({ ...d, optional: false, max: 5 })
  readonly name!: string;
}
class Whole {
  @Text({ ...d, max: 5 }) readonly text?: string;
  @TextList({ ...d, max: 3, maxItems: 2 }) readonly texts?: readonly string[];
  @Code(['A1', 'B2'], d) readonly code?: string;
  @CodeList(['A1', 'B2'], d) readonly codes?: readonly string[];
  @CivilDateField(d) readonly day?: string;
  @InstantField(d) readonly at?: string;
  @GssField(d) readonly gss?: string;
  @PostcodeField(d) readonly postcode?: string;
  @Flag(d) readonly flag?: boolean;
  @Count({ ...d, min: 1, max: 3 }) readonly count?: number;
  @RefField(d) readonly ref?: string;
  @Nested(() => Part, d) readonly part?: Part;
  @NestedList(() => Part, { ...d, max: 2 }) readonly parts?: readonly Part[];
}

const faultsOf = (body: unknown): readonly FieldFault[] => {
  try {
    checked(Whole, body);
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.extras.errors ?? [];
    throw error;
  }
};

describe('fields take', () => {
  it.each<[string, unknown, unknown]>([
    ['text', 'Ada', 'Ada'],
    ['texts', ['a', 'b'], ['a', 'b']],
    ['code', 'A1', 'A1'],
    ['codes', ['B2', 'A1'], ['B2', 'A1']],
    ['day', '2024-02-29', '2024-02-29'],
    ['at', '2026-03-29T02:30:00+01:00', '2026-03-29T01:30:00.000Z'],
    ['at', '2026-10-25T01:30Z', '2026-10-25T01:30:00.000Z'],
    ['at', '2026-10-25T01:30:15.1234567+0100', '2026-10-25T00:30:15.123Z'],
    ['at', '2025-12-31T23:30:00-05:30', '2026-01-01T05:00:00.000Z'],
    ['gss', 'E09000008', 'E09000008'],
    ['postcode', 'cr01ea', 'CR0 1EA'],
    ['postcode', ' EC1A 1BB ', 'EC1A 1BB'],
    ['flag', false, false],
    ['count', 3, 3],
    ['ref', 'ba7816bf-8f01-8fea-8141-40de5dae2223', 'ba7816bf-8f01-8fea-8141-40de5dae2223'],
    ['part', { name: 'Ada' }, { name: 'Ada' }],
    ['parts', [{ name: 'Ada' }], [{ name: 'Ada' }]],
  ])('%s %j', (field, value, kept) => {
    expect(JSON.parse(JSON.stringify(checked(Whole, { [field]: value })))).toEqual({ [field]: kept });
  });

  it('nothing, and then they are not there at all', () => {
    expect(Object.keys(checked(Whole, {}))).toEqual([]);
  });
});

describe('fields refuse', () => {
  it.each<[string, unknown, string]>([
    ['text', '', 'is empty'],
    ['text', '   ', 'is empty'],
    ['text', 'longer', 'is longer than 5 characters'],
    ['text', 7, 'is not text'],
    ['text', null, 'is not text'],
    ['text', 'a\u0000', 'holds characters that cannot be shown'],
    ['text', '\ud800', 'holds characters that cannot be shown'],
    ['texts', ['a', 'b', 'c'], 'is not a list of texts, or is too long'],
    ['texts', 'a', 'is not a list of texts, or is too long'],
    ['code', 'a1', 'is not one of the codes known here'],
    ['codes', ['A1', 'A1'], 'is not a list of different codes known here'],
    ['day', '2026-02-30', 'is not a date that exists'],
    ['day', '2026-02-29', 'is not a date that exists'],
    ['day', '2026-2-3', 'is not a date that exists'],
    ['day', '30/03/2026', 'is not a date that exists'],
    [
      'at',
      '2026-03-29T01:30',
      'has no offset from UTC, so it may mean two moments or none when the clocks change',
    ],
    [
      'at',
      '2026-10-25T01:30',
      'has no offset from UTC, so it may mean two moments or none when the clocks change',
    ],
    [
      'at',
      '2026-06-01 12:00:00',
      'has no offset from UTC, so it may mean two moments or none when the clocks change',
    ],
    ['at', '2026-02-30T12:00:00Z', 'is not a moment in time that exists'],
    ['at', '2026-01-01T24:00:00Z', 'is not a moment in time that exists'],
    ['at', '2026-01-01T12:00:00+25:00', 'is not a moment in time that exists'],
    ['at', '2026-01-01', 'is not a moment in time that exists'],
    ['at', 1_772_442_000, 'is not a moment in time that exists'],
    ['gss', 'W06000015', 'is not the code of an English local authority'],
    ['gss', 'Croydon', 'is not the code of an English local authority'],
    ['postcode', 'CR0', 'is not shaped like a postcode'],
    ['postcode', '1 High Street', 'is not shaped like a postcode'],
    ['flag', 'true', 'is neither true nor false'],
    ['count', 4, 'is not a whole number from 1 to 3'],
    ['count', 1.5, 'is not a whole number from 1 to 3'],
    ['count', '2', 'is not a whole number from 1 to 3'],
    ['ref', '../etc', 'is not a reference that IBEX gives out'],
    ['part', 'Ada', 'is not an object with fields of its own'],
    ['part', [], 'is not an object with fields of its own'],
    ['parts', [{ name: 'a' }, { name: 'b' }, { name: 'c' }], 'is not a list of 0 to 2 objects'],
    ['parts', ['a'], 'is not a list of 0 to 2 objects'],
  ])('%s %j', (field, value, detail) => {
    expect(faultsOf({ [field]: value }).map((fault) => [fault.field, fault.detail])).toEqual([
      [field, detail],
    ]);
  });

  it('what is missing, by name and place', () => {
    expect(faultsOf({ parts: [{ name: 'Ada' }, {}] })).toEqual([
      { field: 'parts.1.name', rule: 'text', detail: 'is missing', mend: 'Give 1 to 5 characters of text.' },
    ]);
  });

  it('fields that nobody asked for, at any depth, without repeating an odd name', () => {
    const faults = faultsOf({ colour: 'red', part: { name: 'Ada', 'Jane Smith, 1 High Street': 1 } });
    expect(faults.map(({ field, rule }) => `${field}: ${rule}`).sort()).toEqual([
      'colour: unknown-field',
      'part.(unnamed): unknown-field',
    ]);
  });
});
