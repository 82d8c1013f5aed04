import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import type { Role } from '@ibex/kernel';
import { aPair } from '../../libs/adapters/src/jose/published-keys.fixture';
import type { Pair } from '../../libs/adapters/src/jose/published-keys.fixture';

type Said = Readonly<Record<string, string>>;
/** What an ID token says besides, or instead; `undefined` leaves a claim out. */
export type Planted = Readonly<{ claims?: Readonly<Record<string, unknown>>; signedBy?: Pair }>;

export const CLIENT = 'ibex-console';
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const now = (): number => Math.floor(Date.now() / 1_000);

const bodyOf = async (request: IncomingMessage): Promise<Said> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString('utf8')));
};

/** A provider of OpenID Connect on this machine that lets everybody in at once, and plants what it is told to. */
export class PlantingProvider {
  private readonly pair = aPair('ES256', 'planting');
  private readonly codes = new Map<string, Said>();
  private readonly server = createServer((request, response) => {
    void this.answer(request).then(({ location, json }) => {
      if (location === undefined) response.setHeader('content-type', 'application/json');
      else response.writeHead(303, { location });
      response.end(json === undefined ? '' : JSON.stringify(json));
    });
  });
  /** Of the last log-in. */
  login = '';
  renewals = 0;
  planted: Planted = {};
  accessSeconds = 300;
  /** Of whoever signs in, at Croydon. */
  roles: readonly Role[] = ['duty-desk'];

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** As the exchange’s list of issuers has it. */
  get trusted() {
    return { issuer: this.issuer, algorithm: 'ES256' as const, keys: [this.pair.jwk] };
  }

  accessTokenOf(authority: string, ...roles: readonly Role[]): Promise<string> {
    const claims = { sub: 'somebody', authority, roles: [...roles], jti: randomUUID(), aud: 'ibex' };
    return this.signed({ ...claims, exp: now() + this.accessSeconds }, 'at+jwt');
  }

  /** Of one log-in, or where none is named of everything of the person. */
  logoutToken(login?: string): Promise<string> {
    const sid = login === undefined ? {} : { sid: login };
    const claims = { sub: 'somebody', ...sid, jti: randomUUID(), events: { [EVENT]: {} } };
    return this.signed({ ...claims, aud: CLIENT, exp: now() + 60 }, 'logout+jwt');
  }

  private async answer(request: IncomingMessage): Promise<Readonly<{ location?: string; json?: object }>> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.issuer);
    if (pathname === '/auth') return { location: this.letIn(Object.fromEntries(searchParams)) };
    if (pathname === '/token') return { json: await this.tokens(await bodyOf(request)) };
    if (pathname === '/jwks') return { json: { keys: [this.pair.jwk] } };
    return { json: this.metadata };
  }

  private get metadata(): object {
    return {
      issuer: this.issuer,
      ...{ authorization_endpoint: `${this.issuer}/auth`, token_endpoint: `${this.issuer}/token` },
      jwks_uri: `${this.issuer}/jwks`,
    };
  }

  private letIn(asked: Said): string {
    const code = randomUUID();
    this.codes.set(code, asked);
    const back = new URL(asked['redirect_uri'] ?? '');
    for (const [name, value] of Object.entries({ code, state: asked['state'] ?? '', iss: this.issuer }))
      back.searchParams.set(name, value);
    return back.href;
  }

  private async tokens(asked: Said): Promise<object> {
    const isNew = asked['grant_type'] === 'authorization_code';
    if (isNew) this.login = randomUUID();
    else this.renewals += 1;
    const nonce = this.codes.get(asked['code'] ?? '')?.['nonce'];
    return {
      ...{ token_type: 'Bearer', expires_in: this.accessSeconds, refresh_token: randomUUID() },
      access_token: await this.accessTokenOf('E09000008', ...this.roles),
      ...(isNew ? { id_token: await this.idToken(nonce) } : {}),
    };
  }

  private idToken(nonce: string | undefined): Promise<string> {
    const claims = { sub: 'somebody', sid: this.login, aud: CLIENT, exp: now() + 300, nonce };
    return this.signed({ ...claims, ...this.planted.claims }, 'JWT', this.planted.signedBy);
  }

  private signed(claims: JWTPayload, typ: string, pair = this.pair): Promise<string> {
    return new SignJWT({ iss: this.issuer, iat: now(), ...claims })
      .setProtectedHeader({ alg: pair.alg, kid: pair.kid, typ })
      .sign(pair.privateKey);
  }
}
