import fc from 'fast-check';
import { MemoryKeyVault } from '@ibex/adapters/memory';
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
