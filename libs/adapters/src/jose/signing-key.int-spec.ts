import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isExposed, loadOrCreateSigningKey, loadSigningKey } from './signing-key';

describe('the file of a signing key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner alone, and read again', async () => {
    const path = join(folder, 'made.jwk');
    const first = await loadOrCreateSigningKey(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await loadOrCreateSigningKey(path)).toMatchObject({ kid: first.kid, publicJwk: first.publicJwk });
  });

  it('is refused when others may read it', async () => {
    const path = join(folder, 'open.jwk');
    await loadOrCreateSigningKey(path);
    chmodSync(path, 0o640);
    await expect(loadOrCreateSigningKey(path)).rejects.toMatchObject({ code: 'jose/key-exposed' });
  });

  it.each([
    ['a mounted secret that its group may read', 0o100440, 0, false],
    ['a mounted secret that its group may change', 0o100460, 0, true],
    ['a mounted secret that anybody may read', 0o100444, 0, true],
    ['a file of its own that its group may read', 0o100440, 10_001, true],
    ['a file of its own', 0o100600, 10_001, false],
  ])('is told apart from %s', (_, mode, uid, exposed) => {
    expect(isExposed({ mode, uid }, 10_001)).toBe(exposed);
  });

  it('is refused when it holds something else, without quoting it', async () => {
    const path = join(folder, 'other.jwk');
    writeFileSync(path, 'canary secret', { mode: 0o600 });
    const refusal: unknown = await loadSigningKey(path).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'jose/key-not-valid' });
    expect(String(refusal)).not.toContain('canary');
    expect(readFileSync(path, 'utf8')).toBe('canary secret');
  });
});
