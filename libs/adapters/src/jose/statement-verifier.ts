import { IbexError } from '@ibex/kernel';
import { compactVerify, createLocalJWKSet } from 'jose';

/** As the exchange publishes them. */
export type PublishedKeys = Readonly<{ keys: readonly Readonly<Record<string, unknown>>[] }>;

/** What a signed statement fails by. Quotes nothing of it. */
export class StatementNotValid extends IbexError {
  constructor(
    readonly fault: 'unknown-key' | 'not-signed' | 'another-kind' | 'no-object',
    options?: ErrorOptions,
  ) {
    super('statement/not-valid', `the statement does not hold (${fault})`, options);
  }
}

const ALGORITHMS = ['EdDSA', 'Ed25519'];

const isNoSuchKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_JWKS_NO_MATCHING_KEY';

/** Verifies what an `Ed25519StatementSigner` signed, under the keys that its exchange publishes. */
export class StatementVerifier {
  private readonly keyOf: ReturnType<typeof createLocalJWKSet>;

  constructor(published: PublishedKeys) {
    this.keyOf = createLocalJWKSet({ keys: [...published.keys] });
  }

  /** The statement. Throws StatementNotValid; `unknown-key` may be a key that was published since. */
  async verify(jws: string, typ: string): Promise<Readonly<Record<string, unknown>>> {
    const { payload, protectedHeader } = await compactVerify(jws, this.keyOf, {
      algorithms: ALGORITHMS,
    }).catch((cause: unknown) => {
      throw new StatementNotValid(isNoSuchKey(cause) ? 'unknown-key' : 'not-signed', { cause });
    });
    // a token of the same key is no receipt
    if (protectedHeader.typ !== typ) throw new StatementNotValid('another-kind');
    const statement: unknown = JSON.parse(new TextDecoder().decode(payload));
    if (typeof statement !== 'object' || statement === null) throw new StatementNotValid('no-object');
    return statement as Readonly<Record<string, unknown>>;
  }
}
