import { KeyDestroyed } from '@ibex/kernel';
import type { KeyVault } from '@ibex/kernel';

const hex = (key: Uint8Array | undefined): string => Buffer.from(key ?? []).toString('hex');

/** What every key vault keeps to. `makeVault` gives an empty one; the suite closes it. */
export const keyVaultSuite = (name: string, makeVault: () => Promise<KeyVault>): void => {
  describe(`key vault: ${name}`, () => {
    let vault: KeyVault;
    beforeEach(async () => {
      vault = await makeVault();
    });
    afterEach(() => vault.close());

    it('makes a key of 256 bits at first call and gives the same one ever after', async () => {
      const key = await vault.keyFor('record-1');
      expect(key.byteLength).toBe(32);
      expect(hex(await vault.keyFor('record-1'))).toBe(hex(key));
      expect(hex(await vault.findKey('record-1'))).toBe(hex(key));
    });

    it('makes a key of its own for each record', async () => {
      const keys = await Promise.all(['a', 'b', 'c'].map((ref) => vault.keyFor(ref)));
      expect(new Set(keys.map(hex)).size).toBe(3);
    });

    it('makes one key although many ask at once', async () => {
      const keys = await Promise.all(Array.from({ length: 30 }, () => vault.keyFor('record-1')));
      expect(new Set(keys.map(hex)).size).toBe(1);
    });

    it('does not make a key when it is only looked for', async () => {
      expect(await vault.findKey('record-1')).toBeUndefined();
      expect(await vault.findKey('record-1')).toBeUndefined();
    });

    it('never gives a destroyed key again, nor another in its place', async () => {
      await vault.keyFor('record-1');
      const kept = await vault.keyFor('record-2');
      await vault.destroy('record-1');
      expect(await vault.findKey('record-1')).toBeUndefined();
      await expect(vault.keyFor('record-1')).rejects.toBeInstanceOf(KeyDestroyed);
      expect(hex(await vault.findKey('record-2'))).toBe(hex(kept));
    });

    it('destroys twice as well as once, and what was never there', async () => {
      await vault.destroy('record-1');
      await vault.destroy('record-1');
      await expect(vault.keyFor('record-1')).rejects.toThrow(new KeyDestroyed('record-1'));
    });

    it('leaves no usable key when made and destroyed at once', async () => {
      await Promise.allSettled([
        vault.keyFor('record-1'),
        vault.destroy('record-1'),
        vault.keyFor('record-1'),
      ]);
      expect(await vault.findKey('record-1')).toBeUndefined();
      await expect(vault.keyFor('record-1')).rejects.toBeInstanceOf(KeyDestroyed);
    });

    it('gives a key that is set apart to nobody who only looks for it, until it is given back', async () => {
      const key = hex(await vault.keyFor('record-1'));
      const other = hex(await vault.keyFor('record-2'));
      await vault.setApart('record-1');
      await vault.setApart('record-1');
      expect(await vault.isApart('record-1')).toBe(true);
      expect(await vault.findKey('record-1')).toBeUndefined();
      expect(hex(await vault.findKept('record-1'))).toBe(key);
      expect(hex(await vault.keyFor('record-1'))).toBe(key);
      expect(await vault.isApart('record-2')).toBe(false);
      expect(hex(await vault.findKey('record-2'))).toBe(other);
      await vault.giveBack('record-1');
      await vault.giveBack('record-1');
      expect(await vault.isApart('record-1')).toBe(false);
      expect(hex(await vault.findKey('record-1'))).toBe(key);
    });

    it('sets a key apart before it is made, and destroys it all the same', async () => {
      await vault.setApart('record-1');
      expect(await vault.findKept('record-1')).toBeUndefined();
      const key = hex(await vault.keyFor('record-1'));
      expect(await vault.findKey('record-1')).toBeUndefined();
      expect(hex(await vault.findKept('record-1'))).toBe(key);
      await vault.destroy('record-1');
      expect(await vault.findKept('record-1')).toBeUndefined();
    });

    it('says that it is closed', async () => {
      await vault.close();
      await expect(vault.keyFor('record-1')).rejects.toMatchObject({ code: 'store/closed' });
      await expect(vault.findKey('record-1')).rejects.toMatchObject({ code: 'store/closed' });
      await expect(vault.destroy('record-1')).rejects.toMatchObject({ code: 'store/closed' });
      await expect(vault.setApart('record-1')).rejects.toMatchObject({ code: 'store/closed' });
      await expect(vault.giveBack('record-1')).rejects.toMatchObject({ code: 'store/closed' });
      await expect(vault.isApart('record-1')).rejects.toMatchObject({ code: 'store/closed' });
      await expect(vault.findKept('record-1')).rejects.toMatchObject({ code: 'store/closed' });
    });
  });
};
