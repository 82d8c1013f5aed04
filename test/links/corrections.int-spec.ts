import { READ_LEDGER } from '@ibex/kernel';
import type { ReadLedger } from '@ibex/kernel';
import { temporaryFolders } from '@ibex/testing';
import type { Body } from '../support/exchange-in-process';
import {
  CAMDEN,
  CROYDON,
  KENT,
  LAMBETH,
  LinkTown,
  ada,
  ben,
  eventually,
  kit,
} from '../support/links/link-town';

const folders = temporaryFolders();
let town: LinkTown;
beforeAll(async () => {
  town = await LinkTown.start(folders());
}, 30_000);
afterAll(() => town.stop());

describe('one child of two authorities', () => {
  const zoe = {
    forename: 'Zoraida',
    surname: 'Quillfeather',
    dateOfBirth: '2011-03-07',
    nhsNumber: '9995060264',
  };
  it('is one by the matcher, until a person says otherwise', async () => {
    const refs = [
      await town.tell(CAMDEN, { localId: 'Z-1', ...zoe }),
      await town.tell(LAMBETH, { localId: 'Z-2', ...zoe, surname: 'Quilfeather' }),
    ] as const;
    const linked = await town.caseOf(ada, refs[0], '?state=linked');
    expect(await town.clusterOf(refs[1])).toEqual([...refs].sort());
    const shown = await town.shown(ada, String(linked?.['id']));
    expect(shown['why']).toEqual(expect.arrayContaining(['NHS number: the same', 'Date of birth: the same']));
    await town.unlink(ben, String(linked?.['id']));
    expect(await town.shown(ada, String(linked?.['id']))).toMatchObject({ state: 'apart' });
    await town.tell(LAMBETH, { localId: 'Z-2', ...zoe });
    expect(await town.shown(ada, String(linked?.['id']))).toMatchObject({ state: 'apart' });
    expect(await town.clusterOf(refs[1])).toEqual([refs[1]]);
  });
});

describe('a link that was wrong', () => {
  const basis = { text: 'told of both', source: 'CPPCR Regs 2010, reg 13' };
  const looks = (authority: string, refs: readonly [string, string]): Promise<void> => {
    const shown = refs.map((recordRef, at) => ({ recordRef, owner: [CAMDEN, LAMBETH][at] ?? '', basis }));
    const reader = { authority, person: 'dee', roles: ['duty-desk'] } as const;
    const read = { what: 'child-chronology', purpose: 'act-on-notice', shown } as const;
    return town.exchange.part<ReadLedger>(READ_LEDGER).note(reader, read);
  };
  type Spell = Readonly<{ correction?: string; partedAt?: string; reached: readonly Body[] }>;
  const spellsOf = async (id: string): Promise<readonly Spell[]> =>
    (await town.exchange.get(ada, `/v1/links/${id}/blast-radius`)).body['spells'] as readonly Spell[];

  it('is told to every authority that saw two children as one, and each confirmation is seen', async () => {
    const { refs, id } = await town.pair({ outcome: 'automatic' });
    await looks(CROYDON, refs);
    await looks(KENT, [refs[0], refs[0]]);
    const before = await eventually(async () =>
      (await spellsOf(id)).find(({ reached }) => reached.length > 0),
    );
    expect(before).toEqual({
      linkedAt: expect.any(String) as string,
      reached: [expect.objectContaining({ authority: CROYDON, name: 'Croydon', records: 2 })],
    });

    expect((await town.unlink(ben, id)).status).toBe(200);
    const entry = await eventually(() =>
      town.entryOf(CROYDON, ({ type }) => type === 'uk.ibex.correction.issued'),
    );
    expect(entry).toMatchObject({ data: { basis: { source: 'UK GDPR arts 5(1)(d) and 19' } } });
    const [detail, acknowledgement] = [
      entry?.data.links.detail ?? '',
      entry?.data.links.acknowledgement ?? '',
    ];
    const shown = await town.exchange.get([CROYDON, 'duty-desk'], detail);
    expect([shown.status, shown.body['children']]).toEqual([
      200,
      expect.arrayContaining([[refs[0]], [refs[1]]]),
    ]);
    expect((await town.exchange.get(kit, detail)).status).toBe(404);
    expect(await town.entryOf(KENT, ({ type }) => type === 'uk.ibex.correction.issued')).toBeUndefined();
    // being told that one was shown too much opens nothing
    expect(
      (await town.exchange.get([CROYDON, 'duty-desk'], `/v1/children/${refs[0]}/chronology`)).status,
    ).toBe(404);

    const [corrected] = await spellsOf(id);
    expect(corrected?.reached).toEqual([
      expect.objectContaining({ authority: CROYDON, correctedAt: expect.any(String) as string }),
    ]);
    expect(corrected?.reached[0]).not.toHaveProperty('confirmedAt');
    expect((await town.exchange.post([CROYDON, 'duty-desk'], acknowledgement, {})).status).toBeLessThan(300);
    expect((await spellsOf(id))[0]?.reached).toEqual([
      expect.objectContaining({ authority: CROYDON, confirmedAt: expect.any(String) as string }),
    ]);
  });

  it('puts on record who asked whom it reached, for both owners, which makes nobody one of those', async () => {
    const { refs, id } = await town.pair({ outcome: 'automatic' });
    const [spell] = await spellsOf(id);
    for (const [at, owner] of [CAMDEN, LAMBETH].entries()) {
      const reads = `/v1/reads?recordRef=${refs[at] ?? ''}&scope=${owner === CAMDEN ? 'our-people' : 'our-records'}`;
      const { text } = await town.exchange.get([owner, 'governance'], reads);
      expect([owner, text]).toEqual([owner, expect.stringContaining('"link-blast-radius"')]);
    }
    expect(await spellsOf(id)).toEqual([spell]);
  });

  it('that nobody saw is told to nobody, and that is on record', async () => {
    const { id } = await town.pair({ outcome: 'automatic' });
    await town.unlink(ada, id);
    const spell = await eventually(async () => (await spellsOf(id)).find(({ correction }) => correction));
    expect(spell).toMatchObject({ reached: [], partedAt: expect.any(String) as string });
  });
});
