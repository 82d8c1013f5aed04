import { SEALING_ALGORITHMS } from '@ibex/kernel';
import type { DetailUnsealer, SealedFor } from '@ibex/kernel';
import type { JWK } from 'jose';
import { checkAlgorithms, headerOf, openJwe } from './open-jwe';
import type { Allowed, Header } from './open-jwe';
import { isSealingAlgorithm, sealingKeyFrom } from './private-keys';
import type { SealingPrivateKey } from './private-keys';
import { BINDING, ENCRYPTION, HEADER_NAMES, contentTypeOf } from './sealing-header';
import { SealingRefused } from './sealing-refused';

type Fields = Readonly<Record<string, unknown>>;

const ALLOWED: Allowed = { algorithms: SEALING_ALGORITHMS, encryptions: [ENCRYPTION] };

const checkPurpose = (header: Header, { kind, binding }: SealedFor): void => {
  if (!Object.keys(header).every((name) => HEADER_NAMES.includes(name)))
    throw new SealingRefused('sealing/header-refused');
  if (header['cty'] !== contentTypeOf(kind)) throw new SealingRefused('sealing/another-content');
  if (header[BINDING] !== binding) throw new SealingRefused('sealing/another-entry');
};

const fieldsOf = (plaintext: Uint8Array): Fields => {
  try {
    const content: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content as Fields;
  } catch {
    // as refused as anything that is no object
  }
  throw new SealingRefused('sealing/content-refused');
};

/** Opens what an exchange sealed to any of these keys; several at once while one takes the other's place. */
export class JweUnsealer implements DetailUnsealer {
  private constructor(private readonly keys: ReadonlyMap<string, SealingPrivateKey>) {}

  /** Throws IbexError `jose/key-not-valid`. */
  static async with(privateJwks: readonly JWK[]): Promise<JweUnsealer> {
    const keys = await Promise.all(privateJwks.map(sealingKeyFrom));
    return new JweUnsealer(new Map(keys.map((key) => [key.kid, key])));
  }

  get kids(): readonly string[] {
    return [...this.keys.keys()];
  }

  /** Throws SealingRefused. */
  unseal(sealed: string, entryId: string): Promise<Fields> {
    return this.open(sealed, { kind: 'notice-detail', binding: entryId });
  }

  /** The nonce of a challenge for the key `kid`, to be sent back as proof. Throws SealingRefused. */
  async answerTo(challenge: string, kid: string): Promise<string> {
    const { nonce } = await this.open(challenge, { kind: 'key-challenge', binding: kid });
    if (typeof nonce !== 'string') throw new SealingRefused('sealing/content-refused');
    return nonce;
  }

  private async open(sealed: string, whatFor: SealedFor): Promise<Fields> {
    const header = headerOf(sealed);
    checkAlgorithms(header, ALLOWED);
    checkPurpose(header, whatFor);
    const { kid, alg } = header;
    const key = typeof kid === 'string' ? this.keys.get(kid) : undefined;
    if (!key) throw new SealingRefused('sealing/unknown-key');
    if (!isSealingAlgorithm(alg) || !key.algorithms.includes(alg))
      throw new SealingRefused('sealing/algorithm-refused');
    const allowed = { algorithms: [alg], encryptions: [ENCRYPTION] };
    return fieldsOf(await openJwe(sealed, await key.keyFor(alg), allowed));
  }
}
