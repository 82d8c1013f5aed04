import { StoreUnavailable } from '@ibex/kernel';
import type { Records } from '@ibex/kernel';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { ChildrenShown } from './child-shown';
import type { ChildrenTables } from './children.projection';

const noRows = new Kysely<ChildrenTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
const sealer = {
  seal: () => Promise.resolve(''),
  sealWords: () => Promise.resolve(''),
  unseal: () => Promise.resolve(undefined),
};

/** Over a view of children that was never built, so that every child is asked of the log. */
const childrenOver = (fault: Error): ChildrenShown => {
  const fails = (): Promise<never> => Promise.reject(fault);
  const records: Records = { introduce: fails, findByLocalId: fails, find: fails, identityOf: fails };
  return new ChildrenShown(noRows, sealer, records, { isBuilt: () => Promise.resolve(false) });
};

describe('who the children of a list are', () => {
  it('is left out for a child that its view has not reached while the log is away', async () => {
    const children = childrenOver(new StoreUnavailable('store/unreachable', 'no connection to the log'));
    expect(await children.of(['record-1', null])).toEqual(new Map());
  });

  it('is not left out silently for any other fault', async () => {
    await expect(childrenOver(new RangeError('unforeseen')).of(['record-1'])).rejects.toThrow('unforeseen');
  });
});
