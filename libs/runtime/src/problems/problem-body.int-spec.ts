import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BadRequestException } from '@nestjs/common';
import { FactTooLarge, IbexError, KeyDestroyed, RevisionConflict, StoreUnavailable } from '@ibex/kernel';
import { toProblem, toProblemBody, unforeseen } from './problem-body';
import { ProblemError, RefusedError, notFound, tooManyRequests } from './problem-error';

type Schema = Readonly<{
  properties: Readonly<
    Record<string, Readonly<{ type: string; format?: string; minimum?: number; maximum?: number }>>
  >;
}>;
const folder = resolve(process.cwd(), '..', 'shared', 'data', 'vectors-problem-json');
const schema = JSON.parse(readFileSync(resolve(folder, 'problem.schema.json'), 'utf8')) as Schema;

type Member = Schema['properties'][string];
const isRight = (value: unknown, { type, format, minimum = 0, maximum = 999 }: Member): boolean => {
  if (type === 'integer')
    return Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
  if (typeof value !== 'string') return false;
  return format !== 'uri-reference' || URL.canParse(value, 'https://ibex.example');
};

const faultsOf = (body: object): readonly string[] =>
  Object.entries(schema.properties)
    .filter(([name]) => Reflect.get(body, name) !== undefined)
    .filter(([name, member]) => !isRight(Reflect.get(body, name), member))
    .map(([name]) => name);

const errors: readonly (readonly [string, unknown, number])[] = [
  ['a refusal', new RefusedError({ code: 'note/not-open', because: 'It is closed.', field: 'on' }), 409],
  ['a refusal that hides', new RefusedError({ code: 'note/not-known', because: 'Hidden.' }), 404],
  ['what is not there', notFound(), 404],
  [
    'a problem with every member',
    new ProblemError(422, 'body-not-valid', 'T', 'D', { field: 'f', mend: 'm', errors: [] }),
    422,
  ],
  ['a store that is closed', new StoreUnavailable('store/closed', 'Ada Canary'), 503],
  ['an issuer that is away', new IbexError('access/issuer-unreachable', 'Ada Canary'), 503],
  ['another named fault', new IbexError('access/unheard-of', 'Ada Canary'), 500],
  ['a conflict', new RevisionConflict('note-1', 0, 1), 503],
  ['a fact too large', new FactTooLarge('NoteOpened', 2, 1), 413],
  ['an erased record', new KeyDestroyed('ref-1'), 409],
  ['a framework’s complaint', new BadRequestException('Ada Canary'), 400],
  ['a server’s complaint', Object.assign(new Error('Ada Canary'), { statusCode: 413 }), 413],
  ['an unforeseen fault', new Error('Ada Canary'), 500],
  ['something thrown that is no error', 'Ada Canary', 500],
];

describe('problems (RFC 9457)', () => {
  it.each(errors)(
    'of %s have the published shape, the right status and no foreign words',
    (_, error, status) => {
      const body = toProblemBody(toProblem(error) ?? unforeseen());
      expect(faultsOf(body)).toEqual([]);
      expect(body.status).toBe(status);
      expect(body.type).toBe(`/problems/${body.code}`);
      expect(JSON.stringify(body)).not.toContain('Canary');
    },
  );

  it('answers hidden and unknown things alike', () => {
    const hidden = toProblemBody(
      new RefusedError({ code: 'note/not-known', because: 'Hidden.', field: 'id' }),
    );
    expect(hidden).toEqual(toProblemBody(notFound()));
  });

  it('say when to come again, in whole seconds', () => {
    expect(tooManyRequests(0.2).extras.headers).toEqual({ 'Retry-After': '1' });
    expect(tooManyRequests(12.1).extras.headers).toEqual({ 'Retry-After': '13' });
  });

  it('has a schema that bites', () => {
    expect(faultsOf({ type: 1, status: 9, title: {}, detail: 'fine' })).toEqual(['type', 'title', 'status']);
  });

  it('takes the two examples of the RFC', () => {
    const examples = JSON.parse(readFileSync(resolve(folder, 'examples.json'), 'utf8')) as unknown;
    const list = Array.isArray(examples)
      ? (examples as readonly object[])
      : Object.values(examples as object);
    expect(list.length).toBeGreaterThan(0);
    expect(list.flatMap((each: object) => faultsOf(each))).toEqual([]);
  });
});
