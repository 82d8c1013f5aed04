import type { Mechanism } from 'kafkajs';
import type { AccessTokens } from './access-tokens';

const SIZE_BYTES = 4;

export class TokenRefused extends Error {
  constructor() {
    super('the broker refused the access token');
    this.name = 'TokenRefused';
  }
}

/** `bytes` as Kafka's protocol writes them: their length, then themselves. */
const sized = (bytes: Buffer): Buffer => {
  const size = Buffer.alloc(SIZE_BYTES);
  size.writeInt32BE(bytes.length);
  return Buffer.concat([size, bytes]);
};

/**
 * SASL OAUTHBEARER (RFC 7628 section 3.1). The client's own mechanism ignores what the broker answers, and so takes the
 * error message with which a broker refuses a token (section 3.2.2) for a success.
 */
export const bearerSasl = (tokens: AccessTokens): Mechanism => ({
  mechanism: 'oauthbearer',
  authenticationProvider: ({ saslAuthenticate }) => ({
    authenticate: async () => {
      const greeting = `n,,\u0001auth=Bearer ${await tokens.current()}\u0001\u0001`;
      const refusal = await saslAuthenticate<boolean>({
        request: { encode: () => sized(Buffer.from(greeting)) },
        response: { decode: (answer) => answer, parse: (answer) => answer.length > SIZE_BYTES },
      });
      if (refusal !== true) return;
      tokens.forget();
      throw new TokenRefused();
    },
  }),
});
