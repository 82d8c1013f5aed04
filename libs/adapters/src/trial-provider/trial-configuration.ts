import { createHash } from 'node:crypto';
import type { TrialAccount } from '@ibex/kernel';
import { TrialStore } from './trial-store';
import type { Configuration, JWK, KoaContextWithOIDC } from 'oidc-provider';

export type TrialClient = Readonly<{ clientId: string; clientSecret: string; logoutUrl: string }>;
export type TrialSettings = Readonly<{
  accounts: readonly TrialAccount[];
  client: TrialClient;
  /** Signs tokens; the exchange trusts its public half. */
  key: JWK;
  cookieKey: string;
}>;

export const SCOPE = 'openid profile';
/** For whom access tokens are: the exchange. */
export const RESOURCE = 'urn:ibex:exchange';
const AUDIENCE = 'ibex';
const SUBMIT = 'document.forms[0].submit()';
const SUBMIT_DIGEST = createHash('sha256').update(SUBMIT).digest('base64');
const MINUTES = 60;
const HOURS = 60 * MINUTES;

const ROLE_NAMES: Readonly<Record<TrialAccount['role'], string>> = {
  'duty-desk': 'duty desk',
  'placing-practitioner': 'placements officer',
  mash: 'MASH practitioner',
  governance: 'information governance',
  operator: 'operator of IBEX',
  'system-client': 'system',
};

/** One page, sent off by itself where scripts run. `body`: of our own making. */
const pageOf = (ctx: KoaContextWithOIDC, title: string, body: string): void => {
  ctx.type = 'html';
  ctx.set(
    'content-security-policy',
    `default-src 'none'; script-src 'sha256-${SUBMIT_DIGEST}'; frame-ancestors 'none'; base-uri 'none'`,
  );
  ctx.body = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} - IBEX trial</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>${body}</main></body></html>`;
};

/** Whoever has pressed "Sign out" in the console has said so already. */
const askedAlready = (ctx: KoaContextWithOIDC, form: string): void =>
  pageOf(
    ctx,
    'Signing out',
    `${form}<p><button type="submit" form="op.logoutForm">Sign out</button></p>
<script>${SUBMIT}</script>`.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>'),
  );

const features = (): Configuration['features'] => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  backchannelLogout: { enabled: true },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: askedAlready,
    postLogoutSuccessSource: (ctx) =>
      pageOf(ctx, 'Signed out', '<h1>You have signed out</h1><p><a href="/console">Go to IBEX</a></p>'),
  },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: '',
      audience: AUDIENCE,
      accessTokenFormat: 'jwt',
      accessTokenTTL: 55 * MINUTES,
      jwt: { sign: { alg: 'EdDSA' } },
    }),
  },
});

const clientOf = ({
  clientId,
  clientSecret,
  logoutUrl,
}: TrialClient): NonNullable<Configuration['clients']>[number] => ({
  client_id: clientId,
  client_secret: clientSecret,
  token_endpoint_auth_method: 'client_secret_post',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  id_token_signed_response_alg: 'EdDSA',
  // compared by TrialProvider: which host and port a browser comes by is not known beforehand
  redirect_uris: ['http://localhost/console/sign-in/callback'],
  post_logout_redirect_uris: ['http://localhost/console/signed-out'],
  backchannel_logout_uri: logoutUrl,
  backchannel_logout_session_required: true,
});

type Accounts = Pick<Configuration, 'findAccount' | 'extraTokenClaims' | 'loadExistingGrant'>;

/** Who somebody is, and that nobody has to be asked for consent. */
const accountsOf = (accounts: readonly TrialAccount[]): Accounts => {
  const known = new Map(accounts.map((each) => [each.hint, each]));
  return {
    findAccount: (_, id) => {
      const account = known.get(id);
      if (!account) return undefined;
      const name = `Trial ${ROLE_NAMES[account.role]}`;
      return { accountId: id, claims: () => ({ sub: id, name }) };
    },
    extraTokenClaims: (_, token) => {
      const account = 'accountId' in token ? known.get(token.accountId) : undefined;
      return account && { authority: account.authority, roles: [account.role] };
    },
    loadExistingGrant: async (ctx) => {
      const { client: asking, session, provider } = ctx.oidc;
      if (!asking || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
      grant.addOIDCScope(SCOPE);
      await grant.save();
      return grant;
    },
  };
};

/** Its guard lets nothing through to inner addresses. */
const UNGUARDED = { dispatcher: undefined };

const addressOf = (asked: string | URL | Request): string =>
  asked instanceof Request ? asked.url : String(asked);

/** The one address that it ever asks: the console beside it. */
const onlyTo =
  (address: string): NonNullable<Configuration['fetch']> =>
  (url, options) => {
    if (addressOf(url) !== address) return Promise.reject(new Error('the trial provider asks nobody else'));
    return globalThis.fetch(address, { ...options, redirect: 'manual', ...UNGUARDED });
  };

const FAILED =
  '<h1>Signing in did not work</h1><p>Start again: <a href="/console/sign-in">sign in to IBEX</a>.</p>';

/** Everything of oidc-provider that is not its default. */
export const trialConfiguration = ({ accounts, client, key, cookieKey }: TrialSettings): Configuration => ({
  adapter: TrialStore,
  clients: [clientOf(client)],
  jwks: { keys: [key] },
  cookies: { keys: [cookieKey], long: { sameSite: 'lax' }, short: { sameSite: 'lax' } },
  scopes: ['openid', 'profile'],
  claims: { openid: ['sub'], profile: ['name'] },
  conformIdTokenClaims: false,
  enabledJWA: {
    ...{ idTokenSigningAlgValues: ['EdDSA'], requestObjectSigningAlgValues: [] },
    ...{ clientAuthSigningAlgValues: [] },
  },
  interactions: { url: (_, { uid }) => `/trial-sign-in/as/${uid}` },
  ...accountsOf(accounts),
  issueRefreshToken: () => true,
  pkce: { required: () => true },
  fetch: onlyTo(client.logoutUrl),
  features: features(),
  ttl: {
    ...{ AuthorizationCode: MINUTES, IdToken: 10 * MINUTES, Interaction: 10 * MINUTES },
    ...{ AccessToken: 55 * MINUTES, RefreshToken: 12 * HOURS, Session: 12 * HOURS, Grant: 12 * HOURS },
  },
  renderError: (ctx) => pageOf(ctx, 'Signing in', FAILED),
});
