import fc from 'fast-check';
import { MemoryKeyVault } from '@ibex/adapters/memory';
import { toEnvelope } from './envelope';
import { RecordSealer } from './record-sealer';

const personal = fc.dictionary(
  fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
  fc.jsonValue(),
);
const word = fc.string({ minLength: 1, maxLength: 40 });
const broken = { code: 'proof/seal-broken' };

const flipped = (sealed: string, at: number): string => {
  const bytes = Buffer.from(sealed, 'base64url');
  const place = at % bytes.length;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes.toString('base64url');
};

describe('sealed personal fields', () => {
  it('come back as they were told', async () => {
    const sealer = new RecordSealer(new MemoryKeyVault());
    await fc.assert(
      fc.asyncProperty(word, word, personal, async (recordRef, factId, fields) => {
        const sealed = await sealer.seal(recordRef, factId, fields);
        const told: unknown = JSON.parse(JSON.stringify(fields));
        expect(await sealer.unseal(recordRef, factId, sealed)).toEqual(told);
      }),
    );
  });

  it('show nothing of what they hold, and never the same twice', async () => {
    const sealer = new RecordSealer(new MemoryKeyVault());
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 6 }), async (name) => {
        const [one, two] = [await sealer.seal('r', 'f', { name }), await sealer.seal('r', 'f', { name })];
        expect(one).not.toBe(two);
        expect(Buffer.from(one, 'base64url').includes(Buffer.from(name))).toBe(false);
      }),
    );
  });

  it('are refused when any bit was changed', async () => {
    const sealer = new RecordSealer(new MemoryKeyVault());
    await fc.assert(
      fc.asyncProperty(personal, fc.nat(), async (fields, at) => {
        const sealed = flipped(await sealer.seal('r', 'f', fields), at);
        await expect(sealer.unseal('r', 'f', sealed)).rejects.toMatchObject(broken);
      }),
    );
  });

  it('are refused as part of another fact or another record', async () => {
    const sealer = new RecordSealer(new MemoryKeyVault());
    const sealed = await sealer.seal('record-1', 'fact-1', { name: 'Ada' });
    await sealer.seal('record-2', 'fact-1', { name: 'Grace' });
    await expect(sealer.unseal('record-1', 'fact-2', sealed)).rejects.toMatchObject(broken);
    await expect(sealer.unseal('record-2', 'fact-1', sealed)).rejects.toMatchObject(broken);
  });

  it.each(['', 'AQ', 'not base64url at all!', 'A'.repeat(200)])('are refused as %j', async (sealed) => {
    const sealer = new RecordSealer(new MemoryKeyVault());
    await sealer.seal('r', 'f', { name: 'Ada' });
    await expect(sealer.unseal('r', 'f', sealed)).rejects.toMatchObject(broken);
  });

  it('are refused in another spelling of the same bytes', async () => {
    const sealer = new RecordSealer(new MemoryKeyVault());
    const sealed = await sealer.seal('r', 'f', { name: 'Ada' });
    await expect(sealer.unseal('r', 'f', `${sealed}=`)).rejects.toMatchObject(broken);
    await expect(sealer.unseal('r', 'f', `${sealed}\n`)).rejects.toMatchObject(broken);
  });

  it('are gone once the key is destroyed', async () => {
    const vault = new MemoryKeyVault();
    const sealer = new RecordSealer(vault);
    const sealed = await sealer.seal('r', 'f', { name: 'Ada' });
    await vault.destroy('r');
    expect(await sealer.unseal('r', 'f', sealed)).toBeUndefined();
    await expect(sealer.seal('r', 'f2', { name: 'Ada' })).rejects.toMatchObject({
      code: 'vault/key-destroyed',
    });
  });
});

describe('what leads to a child', () => {
  const told = {
    child: { surname: 'Obi', homePostcode: 'E8 1EA' },
    ...{ description: 'Red cap', address: '1 Hidden Lane', narrative: 'Left' },
    contacts: { aunt: '07700 900123' },
  };
  const open = { child: { surname: 'Obi' }, description: 'Red cap' };

  const sealed = async () => {
    const vault = new MemoryKeyVault();
    const sealer = new RecordSealer(vault);
    const oldKey = await vault.keyFor('r');
    const before = toEnvelope(oldKey, 'f-0', { scheme: 'fields', plain: JSON.stringify(told) });
    return { vault, sealer, before, now: await sealer.seal('r', 'f-1', told) };
  };

  it('is there for whoever unseals, until it is kept apart', async () => {
    const { sealer, before, now } = await sealed();
    expect(await sealer.unseal('r', 'f-0', before)).toEqual(told);
    expect(await sealer.unseal('r', 'f-1', now)).toEqual(told);
  });

  it('is not there while it is kept apart, of what was sealed before, since, and before there were two keys', async () => {
    const { sealer, before, now } = await sealed();
    await sealer.keepApart('r');
    const since = await sealer.seal('r', 'f-2', { address: '2 Hidden Lane' });
    expect(await sealer.unseal('r', 'f-0', before)).toEqual(open);
    expect(await sealer.unseal('r', 'f-1', now)).toEqual(open);
    expect(await sealer.unseal('r', 'f-2', since)).toEqual({});
    expect(await sealer.unsealWhole('r', 'f-0', before)).toEqual(told);
    expect(await sealer.unsealWhole('r', 'f-1', now)).toEqual(told);
    expect(await sealer.unsealWhole('r', 'f-2', since)).toEqual({ address: '2 Hidden Lane' });
  });

  it('is there again once it was given back, and was never kept from another record', async () => {
    const { sealer, now } = await sealed();
    const other = await sealer.seal('other', 'f-1', told);
    await sealer.keepApart('r');
    expect(await sealer.unseal('other', 'f-1', other)).toEqual(told);
    await sealer.giveBack('r');
    expect(await sealer.isApart('r')).toBe(false);
    expect(await sealer.unseal('r', 'f-1', now)).toEqual(told);
  });

  it('does not open with the key of the record alone', async () => {
    const { vault, sealer, now } = await sealed();
    await vault.destroy('r/whereabouts');
    expect(await sealer.unseal('r', 'f-1', now)).toEqual(open);
    expect(await sealer.unsealWhole('r', 'f-1', now)).toEqual(open);
  });

  it('goes with the key of the record, kept apart or not', async () => {
    const { vault, sealer, before, now } = await sealed();
    await sealer.keepApart('r');
    await vault.destroy('r');
    expect(await sealer.unsealWhole('r', 'f-0', before)).toBeUndefined();
    expect(await sealer.unsealWhole('r', 'f-1', now)).toBeUndefined();
  });

  it('is not cut off, nor called another scheme, without that showing', async () => {
    const { sealer, now } = await sealed();
    for (const scheme of [0, 1, 3, 4, 5]) {
      const bytes = Buffer.from(now, 'base64url');
      bytes[0] = scheme;
      await expect(sealer.unseal('r', 'f-1', bytes.toString('base64url'))).rejects.toMatchObject(broken);
    }
  });

  it('is told apart from words about the service’s work, which stay', async () => {
    const { sealer } = await sealed();
    const reason = { reason: 'Taking her to hospital' };
    const words = await sealer.sealWords('r', 'f-3', reason);
    await sealer.keepApart('r');
    expect(await sealer.unseal('r', 'f-3', words)).toEqual(reason);
  });
});
