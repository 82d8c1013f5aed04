import type { AuthorityKeys, DetailSealer, EncryptionKey } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import { CROYDON, someEntries } from '../../fixtures/relay';
import { SealedDetails } from './sealed-details';

const key = (kid: string): EncryptionKey => ({ kid, alg: 'ECDH-ES', jwk: {} });
const [entry] = someEntries(1).map((one) => ({ ...one, sequence: 1, putAt: one.recordedAt }));
if (!entry) throw new Error('no entry');

/** One answer after the other, the last one for ever. */
const keysOf = (...kids: readonly (string | undefined)[]): AuthorityKeys => {
  const left = [...kids];
  return {
    sealingKeyOf: () => {
      const kid = left.length > 1 ? left.shift() : left[0];
      return Promise.resolve(kid === undefined ? undefined : key(kid));
    },
    sealsUntil: () => Promise.resolve(undefined),
  };
};
const sealer: DetailSealer = {
  judge: () => Promise.reject(new Error('not here')),
  seal: (content, { kid }, { kind, binding }) =>
    Promise.resolve([kid, kind, binding, JSON.stringify(content)].join(' ')),
};

type Notices = ConstructorParameters<typeof SealedDetails>[2];
const seen: string[] = [];
const notices = (detail: () => Promise<object>): Notices =>
  ({
    detailToSend: (reader: unknown, stream: string, factId: string) => {
      seen.push(JSON.stringify([reader, stream]));
      return detail().then((more) => ({ id: factId, ...more }));
    },
  }) as unknown as Notices;
const shown = notices(() => Promise.resolve({ title: 'Placed' }));

describe('a sealed detail', () => {
  it('is what its recipient’s own system would read, for this entry and its key', async () => {
    const { sealed, kid } = (await new SealedDetails(keysOf('k1'), sealer, shown).of(entry)) ?? {};
    expect(kid).toBe('k1');
    expect(sealed).toBe(`k1 notice-detail ${entry.entryId} {"id":"${entry.factId}","title":"Placed"}`);
    const reader = { authority: CROYDON, person: 'sealed-delivery', roles: ['system-client'] };
    expect(seen).toEqual([JSON.stringify([reader, entry.stream])]);
  });

  it('is none where the recipient may not see it any more', async () => {
    const gone = notices(() => Promise.reject(notFound()));
    expect(await new SealedDetails(keysOf('k1'), sealer, gone).of(entry)).toBeUndefined();
  });

  it('waits where reading it fails for any other reason', async () => {
    const away = notices(() => Promise.reject(new Error('away')));
    await expect(new SealedDetails(keysOf('k1'), sealer, away).of(entry)).rejects.toThrow('away');
  });

  it('is held where there is nothing to seal it to', async () => {
    const held = new SealedDetails(keysOf(undefined), sealer, shown).of(entry);
    await expect(held).rejects.toMatchObject({ code: 'sealing/no-usable-key' });
  });

  it('is not let out under a key that was revoked while it was sealed', async () => {
    const revoked = new SealedDetails(keysOf('k1', undefined), sealer, shown).of(entry);
    await expect(revoked).rejects.toMatchObject({ code: 'sealing/no-usable-key' });
    const replaced = await new SealedDetails(keysOf('k1', 'k2'), sealer, shown).of(entry);
    expect(replaced?.kid).toBe('k2');
    expect(replaced?.sealed).toMatch(/^k2 /);
  });

  it('is held where the keys never rest', async () => {
    const restless = new SealedDetails(keysOf('k1', 'k2', 'k3', 'k4', 'k5'), sealer, shown).of(entry);
    await expect(restless).rejects.toMatchObject({ code: 'sealing/keys-changing' });
  });
});
