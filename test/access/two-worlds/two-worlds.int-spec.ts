import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { temporaryFolders } from '@ibex/testing';
import { AUTHORITY, OWNER } from '../town/town';
import { foundIn, openWorld, seenIn } from './world';
import type { Hidden, HiddenIds, World } from './world';

const PAIRS = Number(process.env['IBEX_TWO_WORLD_PAIRS'] ?? '1');
const MOST_LOOKS = 3;
const folders = temporaryFolders();

const hidden: Hidden = {
  ...{ exists: true, surname: 'Verity', address: '1 Hidden Lane', narrative: 'Her father looks for her' },
  host: 'E10000016',
};

const inBoth = async (
  [one, other]: readonly [Hidden, Hidden],
  look: (world: World, hidden: HiddenIds) => Promise<unknown>,
): Promise<readonly [unknown, unknown]> => {
  const worlds = [await openWorld(folders(), one), await openWorld(folders(), other)] as const;
  const [first, second] = worlds;
  const ids = first.hidden ?? second.hidden ?? { recordRef: '', link: '', task: '' };
  try {
    let looks = [await look(first, ids), await look(second, ids)] as const;
    // a view may still be on its way in one of them; what leaks stays
    for (let again = 0; again < MOST_LOOKS && !isDeepStrictEqual(...looks); again += 1)
      looks = [await look(first, ids), await look(second, ids)];
    return looks;
  } finally {
    for (const { exchange } of worlds) await exchange.stop();
  }
};

const everything = async (world: World, hidden: HiddenIds): Promise<unknown> => ({
  seen: await seenIn(world, hidden),
  found: await foundIn(world),
});

describe('two worlds that differ in something hidden', () => {
  it.each<readonly [string, Partial<Hidden>]>([
    ['where she is', { address: '9 Another Road' }],
    ['why it is hidden, and what is told of it', { narrative: 'A witness in a trial' }],
    ['which authority she is placed with', { host: 'E10000030' }],
    ['that she is there at all', { exists: false }],
  ])(
    'are one to everybody who may not know: %s',
    async (_, change) => {
      const [one, other] = await inBoth([hidden, { ...hidden, ...change }], everything);
      expect(other).toEqual(one);
    },
    120_000,
  );

  it('are one whatever is hidden', async () => {
    const words = fc
      .string({ minLength: 1, maxLength: 40 })
      .map((text) => `w ${text.replaceAll(/[^a-zA-Z0-9 ]/g, '')} w`);
    const pair = fc.record({
      ...{ exists: fc.boolean(), surname: fc.constant('Verity'), address: words, narrative: words },
      host: fc.constantFrom('E10000016' as const, 'E10000030' as const),
    });
    const isOne = fc.asyncProperty(pair, async (changed) => {
      const [one, other] = await inBoth([hidden, changed], everything);
      expect(other).toEqual(one);
    });
    await fc.assert(isOne, { numRuns: PAIRS, endOnFailure: true });
  }, 600_000);

  it('are two to the owner, so that what is compared can tell them apart', async () => {
    const asOwner = async ({ exchange }: World, { recordRef }: HiddenIds): Promise<string> =>
      (await exchange.get(OWNER, `/v1/children/${recordRef}/chronology`)).text;
    const [one, other] = await inBoth([hidden, { ...hidden, exists: false }], asOwner);
    expect(other).not.toEqual(one);
    const asHost = ({ exchange }: World): Promise<number> =>
      exchange.get([AUTHORITY.host, 'duty-desk'], '/v1/inbox').then(({ body }) => Number(body['head']));
    expect((await inBoth([hidden, hidden], asHost))[0]).toBe(2);
  }, 120_000);
});
