import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import type { JWK } from 'jose';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
export type Pair = Readonly<{ kid: string; alg: string; privateKey: KeyObject; jwk: JWK }>;

const KINDS = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  PS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
} as const;

export const aPair = (alg: keyof typeof KINDS, kid: string): Pair => {
  const { publicKey, privateKey } = KINDS[alg]();
  return { kid, alg, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' } };
};

/** A real server on this machine that answers as it is told, and counts what it was asked. */
export class PublishedKeys {
  private readonly server = createServer((request, response) => {
    this.asked.push(request.url ?? '');
    this.answer(request, response);
  });
  readonly asked: string[] = [];
  answer: Answer = (_, response) => response.end('{"keys":[]}');

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  publish(...pairs: readonly Pair[]): void {
    this.says({ keys: pairs.map(({ jwk }) => jwk) });
  }

  says(document: unknown): void {
    this.answer = (_, response) => response.end(JSON.stringify(document));
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

type Token = Readonly<{
  issuer: string;
  atMs: number;
  typ?: string;
  claims?: Readonly<Record<string, unknown>>;
}>;

export const aToken = (pair: Pair, { issuer, atMs, typ = 'at+jwt', claims = {} }: Token): Promise<string> =>
  new SignJWT({ sub: 'person-1', authority: 'E09000007', roles: ['duty-desk'], aud: 'ibex', ...claims })
    .setProtectedHeader({ alg: pair.alg, typ, kid: pair.kid })
    .setIssuer(issuer)
    .setIssuedAt(Math.floor(atMs / 1000))
    .setExpirationTime(Math.floor(atMs / 1000) + 300)
    .sign(pair.privateKey);
