import type { RowChange, ViewSchema } from '@ibex/kernel';
import { compacted } from './compact-changes';

const schema: ViewSchema = {
  name: 'stays',
  version: 1,
  tables: [
    { name: 'stay', columns: { id: 'text', host: 'text', endedOn: 'text' }, primaryKey: ['id'] },
    { name: 'party', columns: { stream: 'text', authority: 'text' }, primaryKey: ['stream', 'authority'] },
  ],
};
const put = (id: string, host: string, endedOn: string | null = null): RowChange => ({
  op: 'put',
  table: 'stay',
  row: { id, host, endedOn },
});
const patch = (where: Record<string, string>, set: Record<string, string>): RowChange => ({
  op: 'patch',
  table: 'stay',
  where,
  set,
});
const remove = (where: Record<string, string>): RowChange => ({ op: 'delete', table: 'stay', where });
const of = (...changes: readonly RowChange[]) => compacted(schema, changes);

describe('changes of one row in one batch', () => {
  it('come to the last row that was put', () => {
    expect(of(put('a', 'Croydon'), put('b', 'Brent'), put('a', 'Barnet'))).toStrictEqual([
      put('a', 'Barnet'),
      put('b', 'Brent'),
    ]);
  });

  it('take a patch into the row that was put before it', () => {
    expect(of(put('a', 'Croydon'), patch({ id: 'a' }, { endedOn: '2025-03-01' }))).toStrictEqual([
      put('a', 'Croydon', '2025-03-01'),
    ]);
  });

  it('join patches of a row that is already stored', () => {
    const both = of(patch({ id: 'a' }, { host: 'Brent' }), patch({ id: 'a' }, { endedOn: '2025-03-01' }));
    expect(both).toStrictEqual([patch({ id: 'a' }, { host: 'Brent', endedOn: '2025-03-01' })]);
  });

  it('still delete a row that may be stored, whatever was put in between', () => {
    expect(of(put('a', 'Croydon'), remove({ id: 'a' }))).toStrictEqual([remove({ id: 'a' })]);
  });

  it('forget a patch of a row that was deleted', () => {
    const changes = of(remove({ id: 'a' }), patch({ id: 'a' }, { host: 'Brent' }));
    expect(changes).toStrictEqual([remove({ id: 'a' })]);
  });

  it('put a row anew after it was deleted', () => {
    expect(of(remove({ id: 'a' }), put('a', 'Brent'))).toStrictEqual([put('a', 'Brent')]);
  });

  it.each([
    ['deletes by another column', remove({ host: 'Croydon' })],
    ['patches by another column', patch({ host: 'Croydon' }, { endedOn: '2025-03-01' })],
    ['gives a row another key', patch({ id: 'a' }, { id: 'c' })],
    ['asks for more than the key', patch({ id: 'a', host: 'Croydon' }, { endedOn: '2025-03-01' })],
  ])('do not move across a change that %s', (_, wide) => {
    const changes = [put('a', 'Croydon'), wide, put('a', 'Barnet'), put('a', 'Brent')];
    expect(of(...changes)).toStrictEqual([put('a', 'Croydon'), wide, put('a', 'Brent')]);
  });

  it('are kept apart by table and by every column of the key', () => {
    const party = (stream: string, authority: string): RowChange => ({
      op: 'put',
      table: 'party',
      row: { stream, authority },
    });
    const changes = [put('a', 'Croydon'), party('a', '1:b'), party('a1', ':b'), party('a', 'b')];
    expect(of(...changes)).toStrictEqual(changes);
  });

  it('of a table that the view does not declare are left for the store to refuse', () => {
    const unknown: RowChange = { op: 'put', table: 'elsewhere', row: { id: 'a' } };
    expect(of(unknown, unknown)).toStrictEqual([unknown, unknown]);
  });
});
