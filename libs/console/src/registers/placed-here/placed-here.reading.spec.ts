import type { Visit } from '../../frame/visit';
import type { PlacedHereAnswer } from '../parts/answers';
import { firstOfFile, registerPages } from './placed-here.reading';
import { answerOf, lineOf } from './register.fixture';

type Asked = Readonly<{ params: Readonly<{ header: unknown; query: Readonly<Record<string, unknown>> }> }>;

/** An exchange whose register has three pages, and what it was asked. */
const exchange = () => {
  const asked: Asked['params'][] = [];
  const pages = new Map<unknown, PlacedHereAnswer>([
    [undefined, answerOf([lineOf()], { total: 3, next: 'b', on: '2026-11-22' })],
    ['b', answerOf([lineOf()], { total: 3, next: 'c', on: '2026-11-22' })],
    ['c', answerOf([lineOf()], { total: 3, on: '2026-11-22' })],
  ]);
  const get = (_path: string, { params }: Asked): Promise<PlacedHereAnswer | undefined> => {
    asked.push(params);
    return Promise.resolve(pages.get(params.query['cursor']));
  };
  const visitOf = (role: string): Visit => ({ roles: [role], api: { get } }) as unknown as Visit;
  return { asked, visitOf };
};

describe('reading the register for a file', () => {
  it('goes through every page, all of the day and the authority of the first', async () => {
    const { asked, visitOf } = exchange();
    const visit = visitOf('duty-desk');
    const wanted = { from: 'E09000008' };
    const lines: unknown[] = [];
    for await (const { items } of registerPages(visit, wanted, await firstOfFile(visit, wanted)))
      lines.push(...items);
    expect(lines).toHaveLength(3);
    const same = { limit: 500, placingAuthority: 'E09000008' };
    expect(asked).toStrictEqual([
      { header: {}, query: same },
      { header: {}, query: { ...same, cursor: 'b', on: '2026-11-22' } },
      { header: {}, query: { ...same, cursor: 'c', on: '2026-11-22' } },
    ]);
  });

  it('asks for a page only once the one before it was taken', async () => {
    const { asked, visitOf } = exchange();
    const visit = visitOf('duty-desk');
    const pages = registerPages(visit, {}, await firstOfFile(visit, {}));
    await pages.next();
    expect(asked).toHaveLength(1);
    await pages.next();
    expect(asked).toHaveLength(2);
  });

  it('says that governance reads it to watch', async () => {
    const { asked, visitOf } = exchange();
    await firstOfFile(visitOf('governance'), {});
    expect(asked[0]?.header).toStrictEqual({ 'IBEX-Purpose': 'assurance' });
  });
});
