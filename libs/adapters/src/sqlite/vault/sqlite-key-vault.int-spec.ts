import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { KeyDestroyed } from '@ibex/kernel';
import { temporaryFolders } from '@ibex/testing';
import { SqliteKeyVault } from './sqlite-key-vault';

const newFolder = temporaryFolders();
const masterKey = new Uint8Array(32).fill(7);

const everyByteOf = (file: string): Buffer =>
  Buffer.concat(readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name))));
const wrappedKeyOf = (file: string, recordRef: string): Buffer => {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare('SELECT wrapped FROM keys WHERE record_ref = ?').get(recordRef);
  database.close();
  return Buffer.from(row?.['wrapped'] as Uint8Array);
};

describe('key vault in SQLite', () => {
  let file: string;
  let vault: SqliteKeyVault;
  beforeEach(async () => {
    file = join(newFolder(), 'keys.sqlite');
    vault = await SqliteKeyVault.open({ file, masterKey });
  });
  afterEach(() => vault.close());
  const reopen = async (): Promise<void> => {
    await vault.close();
    vault = await SqliteKeyVault.open({ file, masterKey });
  };

  it('gives the same key after a restart', async () => {
    const key = await vault.keyFor('record-1');
    await reopen();
    expect(await vault.keyFor('record-1')).toEqual(key);
    await reopen();
    expect(await vault.findKey('record-1')).toEqual(key);
  });

  it('remembers a destruction after a restart', async () => {
    await vault.keyFor('record-1');
    await vault.destroy('record-1');
    await reopen();
    expect(await vault.findKey('record-1')).toBeUndefined();
    await expect(vault.keyFor('record-1')).rejects.toBeInstanceOf(KeyDestroyed);
  });

  it('remembers after a restart what was set apart, and what was given back', async () => {
    const key = await vault.keyFor('record-1');
    await vault.setApart('record-1');
    await vault.setApart('record-2');
    await vault.giveBack('record-2');
    await reopen();
    expect([await vault.isApart('record-1'), await vault.isApart('record-2')]).toEqual([true, false]);
    expect(await vault.findKey('record-1')).toBeUndefined();
    expect(await vault.findKept('record-1')).toEqual(key);
  });

  it('opens a file of before keys were set apart', async () => {
    const key = await vault.keyFor('record-1');
    await vault.close();
    const database = new DatabaseSync(file);
    database.exec('DROP TABLE keys_apart');
    database.close();
    vault = await SqliteKeyVault.open({ file, masterKey });
    expect(await vault.findKey('record-1')).toEqual(key);
    expect(await vault.isApart('record-1')).toBe(false);
  });

  it('keeps no key in clear', async () => {
    const key = await vault.keyFor('record-1');
    expect(everyByteOf(file).includes(Buffer.from(key))).toBe(false);
  });

  it('leaves no byte of a destroyed key in the file or its write-ahead log', async () => {
    await Promise.all(['record-1', 'record-2'].map((ref) => vault.keyFor(ref)));
    const destroyed = wrappedKeyOf(file, 'record-1');
    const kept = wrappedKeyOf(file, 'record-2');
    expect(everyByteOf(file).includes(destroyed)).toBe(true);
    await vault.destroy('record-1');
    expect(everyByteOf(file).includes(destroyed)).toBe(false);
    expect(everyByteOf(file).includes(kept)).toBe(true);
  });

  it('refuses another master key, by name and with the mend', async () => {
    const key = await vault.keyFor('record-1');
    await vault.close();
    const opening = SqliteKeyVault.open({ file, masterKey: randomBytes(32) });
    await expect(opening).rejects.toMatchObject({ code: 'vault/wrong-master-key' });
    await expect(opening).rejects.toThrow(/start with that one/);
    vault = await SqliteKeyVault.open({ file, masterKey });
    expect(await vault.findKey('record-1')).toEqual(key);
  });

  it.each([0, 16, 31, 33])('refuses a master key of %i bytes', async (length) => {
    const other = join(newFolder(), 'keys.sqlite');
    await expect(
      SqliteKeyVault.open({ file: other, masterKey: new Uint8Array(length) }),
    ).rejects.toMatchObject({ code: 'vault/bad-master-key' });
  });

  it('refuses a key that was moved to another record', async () => {
    await Promise.all(['record-1', 'record-2'].map((ref) => vault.keyFor(ref)));
    await vault.close();
    const database = new DatabaseSync(file);
    database.exec(
      "UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE record_ref = 'record-2') WHERE record_ref = 'record-1'",
    );
    database.close();
    vault = await SqliteKeyVault.open({ file, masterKey });
    await expect(vault.keyFor('record-1')).rejects.toMatchObject({ code: 'vault/key-not-opened' });
  });
});
