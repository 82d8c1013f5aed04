import { MemoryPostcodes } from '@ibex/adapters/memory';
import { canBeAHome, placeFinder } from './place';

async function* entries(...rows: readonly (readonly [string, string])[]): AsyncGenerator<typeof rows> {
  yield await Promise.resolve(rows);
}
const croydon = async (): Promise<MemoryPostcodes> => {
  const directory = new MemoryPostcodes();
  await directory.load(entries(['CR0 7UD', 'E09000008'], ['CR0 1AA', 'E09000008']));
  return directory;
};

describe('a postcode', () => {
  it.each([
    ['CR0 7UD', true],
    ['cr07ud', true],
    ['EC1A 2BJ', true],
    ['BT94 1AA', true],
    ['NOT KNOWN', false],
    ['', false],
    ['QX1 4AB', false],
    ['ZZ99 3WZ', false],
    ['E99 9ZZ', false],
    ['SW95 9AA', false],
    ['CR0 7CD', false],
  ])('%j can be that of a home: %s', (postcode, can) => {
    expect(canBeAHome(postcode)).toBe(can);
  });
});

describe('the place of a postcode', () => {
  it('is never guessed without a table', async () => {
    const [none, empty] = [
      await placeFinder(undefined, []),
      await placeFinder(new MemoryPostcodes(), ['CR0 7UD']),
    ];
    expect([await none('NOT KNOWN'), await empty('ZZ99 3WZ')]).toStrictEqual([
      { kind: 'unknown' },
      { kind: 'unknown' },
    ]);
  });

  it('is found, unknown or impossible by a table that knows the other places of the return', async () => {
    const find = await placeFinder(await croydon(), ['CR0 7UD', 'SE1 1AA']);
    expect([
      await find('cr07ud'),
      await find('SE1 1AA'),
      await find('QX1 4AB'),
      await find('NOT KNOWN'),
    ]).toStrictEqual([
      { kind: 'found', code: 'E09000008' },
      { kind: 'unknown' },
      { kind: 'impossible' },
      { kind: 'impossible' },
    ]);
  });

  it('is at worst unknown by a table that knows few of the places of the return', async () => {
    const find = await placeFinder(await croydon(), ['CR0 7UD', 'SE1 1AA', 'SE1 1AB']);
    expect([await find('CR0 7UD'), await find('QX1 4AB')]).toStrictEqual([
      { kind: 'found', code: 'E09000008' },
      { kind: 'unknown' },
    ]);
  });
});
