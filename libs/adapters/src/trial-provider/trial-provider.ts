import { randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { IbexError, TRIAL_ISSUER } from '@ibex/kernel';
import type { TrialAccount } from '@ibex/kernel';
import { Provider } from 'oidc-provider';
import { trialConfiguration } from './trial-configuration';
import type { TrialClient } from './trial-configuration';

export { RESOURCE as TRIAL_RESOURCE, SCOPE as TRIAL_SCOPE } from './trial-configuration';
export type { TrialClient } from './trial-configuration';

export type TrialProviderOptions = Readonly<{
  accounts: readonly TrialAccount[];
  client: TrialClient;
  key: Readonly<{ kid: string; privateKey: KeyObject }>;
  /** Origins other than this machine's own under which the browser may see the console. */
  origins: readonly string[];
  /** True where NODE_ENV is production: then there is no such provider. */
  production: boolean;
}>;

export const TRIAL_PATH = '/trial-sign-in';
const INTERACTION = /^\/as\/[\w-]+$/;
const THIS_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Set before the provider answers; what it sets itself goes before. */
const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Each sign-in is one of its own: who tries IBEX out changes between accounts, without signing out first. */
const forgetLogIn = (request: IncomingMessage): void => {
  const { cookie } = request.headers;
  if (cookie === undefined) return;
  request.headers.cookie = cookie
    .split(/;\s*/)
    .filter((each) => !each.startsWith('_session'))
    .join('; ');
};

/** Lets anybody sign in as anybody, which is why it refuses to exist in production. */
export class TrialProvider {
  private readonly provider: Provider;
  private readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  private readonly known: ReadonlySet<string>;

  /** Throws IbexError `sign-in/trial-only`. */
  constructor(private readonly options: TrialProviderOptions) {
    const { accounts, client, key, production } = options;
    if (production)
      throw new IbexError('sign-in/trial-only', 'the provider of trial accounts does not run in production');
    this.known = new Set(accounts.map(({ hint }) => hint));
    const jwk = { ...key.privateKey.export({ format: 'jwk' }), kid: key.kid, alg: 'EdDSA', use: 'sig' };
    const cookieKey = randomBytes(32).toString('base64url');
    const configuration = trialConfiguration({ accounts, client, key: { ...jwk, kty: 'OKP' }, cookieKey });
    this.provider = new Provider(TRIAL_ISSUER, configuration);
    this.takeOwnAddresses();
    const callback = this.provider.callback();
    this.handle = async (request, response) => {
      await callback(request, response);
    };
  }

  /** Everything under TRIAL_PATH. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const original = request.url ?? '';
    const path = original.slice(TRIAL_PATH.length) || '/';
    if (INTERACTION.test(path.split('?')[0] ?? '')) return this.signIn(request, response);
    if (path.startsWith('/auth?')) forgetLogIn(request);
    // how oidc-provider finds out under which path it stands
    Object.assign(request, { originalUrl: original, url: path });
    return this.handle(request, response);
  }

  /** As the account that was chosen on the console's own page; without one, nobody signs in. */
  private async signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { params } = await this.provider.interactionDetails(request, response);
      const hint = params['login_hint'];
      const isKnown = typeof hint === 'string' && this.known.has(hint);
      const result = isKnown ? { login: { accountId: hint } } : { error: 'access_denied' };
      await this.provider.interactionFinished(request, response, result);
    } catch {
      // too late, or with another browser's cookie
      response.writeHead(303, { location: '/console/sign-in' }).end();
    }
  }

  private takeOwnAddresses(): void {
    const isOurs = (path: string) => (address: string) => this.isAt(address, path);
    this.provider.Client.prototype.redirectUriAllowed = isOurs('/console/sign-in/callback');
    this.provider.Client.prototype.postLogoutRedirectUriAllowed = isOurs('/console/signed-out');
  }

  private isAt(address: string, path: string): boolean {
    const url = URL.parse(address);
    if (url?.pathname !== path || url.username !== '' || url.password !== '') return false;
    if (this.options.origins.includes(url.origin)) return true;
    return url.protocol === 'http:' && THIS_MACHINE.has(url.hostname);
  }
}
