import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { newSealingJwk, sealingKeyFrom, writeSealingJwk } from '@ibex/adapters/jose';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import { addKeys } from './key.commands';

const folders = temporaryFolders();

describe('ibex keys', () => {
  const folder = folders();
  const file = (name: string): string => join(folder, `${name}.jwk`);
  let exchange: ExchangeInProcess;
  let there: readonly string[];

  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(folders());
    const url = await exchange.listen();
    const token = await exchange.tokenOf(['E09000008', 'governance']);
    there = ['--authority', 'Croydon', '--url', url, '--token', token];
  }, 60_000);
  afterAll(() => exchange.stop());

  const run = async (...words: readonly string[]): Promise<string> => {
    let printed = '';
    const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
    const program = new Command('ibex').exitOverride();
    addKeys(program);
    try {
      await program.parseAsync(['keys', ...words, ...there], { from: 'user' });
      return printed.trimEnd();
    } finally {
      written.mockRestore();
    }
  };
  /** A key whose name begins as only an option does. */
  const hyphened = async (): Promise<string> => {
    let jwk = newSealingJwk('x25519');
    while (!(await sealingKeyFrom(jwk)).kid.startsWith('-')) jwk = newSealingJwk('x25519');
    writeSealingJwk(file('hyphened'), jwk);
    return (await sealingKeyFrom(jwk)).kid;
  };

  it('rotates nothing that is not there', async () => {
    await expect(run('rotate', '--key-file', file('none'), '--make', 'p-256')).rejects.toThrow(
      /use keys register/,
    );
  });

  it('makes a key that its owner alone may read, and registers it', async () => {
    const printed = await run('register', '--key-file', file('first'), '--make', 'x25519');
    expect(printed).toMatch(/^registered [\w-]{43}$/);
    expect(statSync(file('first')).mode & 0o777).toBe(0o600);
    expect(await run('list')).toContain(`sealed to ${printed.slice('registered '.length)} now`);
  });

  it('writes over no key that is there', async () => {
    await expect(run('register', '--key-file', file('first'), '--make', 'x25519')).rejects.toMatchObject({
      code: 'EEXIST',
    });
  });

  it('puts another in its place, and says how long to keep the one before', async () => {
    const [registered, keep] = (await run('rotate', '--key-file', file('second'), '--make', 'p-384')).split(
      '\n',
    );
    expect(registered).toMatch(/^registered /);
    expect(keep).toMatch(/^keep [\w-]{43} until \d{4}-/);
  });

  it('takes a key that was made before, by whatever name, and revokes it', async () => {
    const kid = await hyphened();
    expect(await run('rotate', '--key-file', file('hyphened'))).toContain(`registered ${kid}`);
    expect(await run('revoke', '--kid', kid, '--reason', 'lost')).toMatch(`revoked ${kid}`);
    expect(await run('list')).toMatch(/revoked\s.*lost/);
  });

  it('says what the exchange finds wrong, with the mend', async () => {
    await expect(run('revoke', '--kid', 'nobody-knows-it', '--reason', 'lost')).rejects.toThrow(/Not found/);
  });
});
