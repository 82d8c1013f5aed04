import { asyncApiOf } from '@ibex/delivery';
import { definitions } from '@ibex/notifications';
import { toNoticeDetail, toNoticeEvent } from '@ibex/subscriber';
import { InventedNotices, detailOf, retold, withContent } from './invented-notices';
import type { Notice, Telling } from './invented-notices';
import { Seed } from './seed';

const TELLINGS: readonly Telling[] = ['notified', 'changed', 'supplied', 'ended', 'corrected', 'withdrawn'];
const AT = '2026-03-02T09:00:00.000Z';
const notices = (seed = 'a seed'): InventedNotices => new InventedNotices(new Seed(seed), AT);

type Schema = Readonly<{
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  const?: unknown;
  enum?: readonly unknown[];
  $ref?: string;
}>;
const { schemas } = asyncApiOf(definitions)['components'] as unknown as Readonly<{
  schemas: Readonly<Record<string, Schema>>;
}>;

const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

const fitsItself = (value: unknown, schema: Schema): boolean =>
  (schema.const === undefined || value === schema.const) && (schema.enum?.includes(value) ?? true);

/** Where a value is not as its schema in the published document says. */
const faultsIn = (value: unknown, given: Schema, path = ''): readonly string[] => {
  const schema = resolved(given);
  if (!fitsItself(value, schema)) return [path];
  const { required = [], properties = {} } = schema;
  const fields = Object(value) as Readonly<Record<string, unknown>>;
  const missing = required.filter((name) => fields[name] === undefined).map((name) => `${path}/${name}`);
  const there = Object.entries(properties).filter(([name]) => fields[name] !== undefined);
  return [...missing, ...there.flatMap(([name, of]) => faultsIn(fields[name], of, `${path}/${name}`))];
};

describe('notices of the kit', () => {
  it.each(TELLINGS)('are as the published document of messages says: %s', (telling) => {
    const of = notices();
    const { type, event } = of.about(of.record(), telling);
    const schema = schemas[type];
    expect(schema).toBeDefined();
    expect(faultsIn(event, schema ?? {})).toEqual([]);
    expect(faultsIn({ ...event, dataschema: 'another' }, schema ?? {})).toEqual(['/dataschema']);
  });

  it.each(TELLINGS)('are read, with their detail, by what boroughs install: %s', (telling) => {
    const of = notices();
    const notice = of.about(of.record(), telling);
    expect(toNoticeEvent(notice.event)).toEqual(notice.event);
    expect(toNoticeDetail(detailOf(notice))).toMatchObject({
      id: notice.entry.factId,
      notice: notice.record.stream,
      recordRef: notice.record.recordRef,
    });
  });

  it('are about nobody: neither the notice nor its detail has a child or anything personal', () => {
    const of = notices();
    const detail = detailOf(of.about(of.record()));
    expect(Object.keys(detail)).not.toContain('child');
    expect(Object.keys(detail)).not.toContain('personal');
    expect(detail['data']).toEqual({ occurredAt: '2026-03-02' });
  });

  it('are numbered as in a mailbox; what is forged takes no number from it', () => {
    const of = notices();
    const numbers = [of.about(of.record()), of.forged(), of.about(of.record())].map(
      ({ entry }) => entry.sequence,
    );
    expect(numbers).toEqual([1, 2, 2]);
  });

  it('are the same for the same seed, and others for another', () => {
    const some = (seed: string): readonly Notice[] => {
      const of = notices(seed);
      return TELLINGS.map((telling) => of.about(of.record(), telling));
    };
    expect(some('one')).toEqual(some('one'));
    const ids = new Set([...some('one'), ...some('two')].map(({ id }) => id));
    expect(ids.size).toBe(2 * TELLINGS.length);
  });

  it('keep their id however else they are told', () => {
    const of = notices();
    const notice = of.about(of.record());
    const other = withContent(retold(notice, { type: 'uk.ibex.other' }), { more: 1 });
    expect([other.id, other.type]).toEqual([notice.id, 'uk.ibex.other']);
    expect(other.event['data']).toMatchObject({ kind: 'Placement notified', more: 1 });
  });
});

describe('a seed', () => {
  it('mixes items without losing one, the same way each time', () => {
    const items = Array.from({ length: 50 }, (_, at) => at);
    const mixed = new Seed('s').shuffled(items, 'x');
    expect(mixed).toEqual(new Seed('s').shuffled(items, 'x'));
    expect(mixed).not.toEqual(items);
    expect(mixed.toSorted((a, b) => a - b)).toEqual(items);
  });
});
