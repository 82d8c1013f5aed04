import { sign } from 'node:crypto';
import type { StatementSigner } from '@ibex/kernel';
import type { SigningKey } from './signing-key';

const toBase64Url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Compact JWS (RFC 7515) with Ed25519. Signed by node:crypto on its own threads: measured at a sixth of the main
 * thread's time that jose takes for the same signature, which counts at a thousand receipts a second.
 */
export class Ed25519StatementSigner implements StatementSigner {
  private readonly heads = new Map<string, string>();

  /** `former`: public keys whose receipts stay verifiable after a change of key. */
  constructor(
    private readonly key: SigningKey,
    private readonly former: readonly SigningKey['publicJwk'][] = [],
  ) {}

  async sign(statement: Readonly<Record<string, unknown>>, typ: string): Promise<string> {
    const input = `${this.headOf(typ)}.${toBase64Url(statement)}`;
    return `${input}.${await this.signatureOf(Buffer.from(input))}`;
  }

  jwks(): Promise<Readonly<{ keys: readonly Readonly<Record<string, unknown>>[] }>> {
    return Promise.resolve({ keys: [this.key.publicJwk, ...this.former].map((jwk) => ({ ...jwk })) });
  }

  private headOf(typ: string): string {
    const known = this.heads.get(typ);
    if (known !== undefined) return known;
    const head = toBase64Url({ alg: 'EdDSA', kid: this.key.kid, typ });
    this.heads.set(typ, head);
    return head;
  }

  private signatureOf(input: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      sign(null, input, this.key.privateKey, (error, signature) => {
        if (error) reject(error);
        else resolve(signature.toString('base64url'));
      });
    });
  }
}
