import { CompactEncrypt, calculateJwkThumbprint, importJWK } from 'jose';
import type { CryptoKey } from 'jose';
import type { DetailSealer, EncryptionKey, KeyJudged, KeyNotFit, SealedFor } from '@ibex/kernel';
import { examine, otherName, sealsNothing } from './key-judge';
import { sealingHeader } from './sealing-header';

/** Keys that were lately sealed to: more than there are authorities. */
const MOST_KEPT = 500;

const notFit = (fault: KeyNotFit): KeyJudged => ({ isFit: false, fault });

/** Seals as compact JWE. Keys that it has imported are kept, because importing costs more than sealing. */
export class JweSealer implements DetailSealer {
  private readonly imported = new Map<string, CryptoKey>();

  async judge(sent: unknown): Promise<KeyJudged> {
    const examined = examine(sent);
    if (!examined.isFit) return examined;
    const { jwk, alg, namedAs } = examined;
    const kid = await calculateJwkThumbprint({ ...jwk });
    if (namedAs !== undefined && namedAs !== kid) return notFit(otherName());
    const key: EncryptionKey = { kid, alg, jwk };
    // points of small order and the like show only when something is sealed to them
    return (await this.isOfUse(key)) ? { isFit: true, key } : notFit(sealsNothing());
  }

  async seal(content: object, key: EncryptionKey, whatFor: SealedFor): Promise<string> {
    const text = new TextEncoder().encode(JSON.stringify(content));
    return new CompactEncrypt(text)
      .setProtectedHeader(sealingHeader(key, whatFor))
      .encrypt(await this.publicKey(key));
  }

  private async isOfUse(key: EncryptionKey): Promise<boolean> {
    try {
      await this.seal({}, key, { kind: 'key-challenge', binding: key.kid });
      return true;
    } catch {
      return false;
    }
  }

  private async publicKey({ kid, alg, jwk }: EncryptionKey): Promise<CryptoKey> {
    const name = `${alg} ${kid}`;
    const known = this.imported.get(name);
    if (known) return known;
    const key = await importJWK({ ...jwk }, alg);
    if (key instanceof Uint8Array) throw new TypeError('a shared secret is no public key');
    const [oldest] = this.imported.keys();
    if (this.imported.size >= MOST_KEPT && oldest !== undefined) this.imported.delete(oldest);
    this.imported.set(name, key);
    return key;
  }
}
