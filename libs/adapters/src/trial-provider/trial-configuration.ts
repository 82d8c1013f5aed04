import type { TrialAccount } from '@ibex/kernel';
import { htmlOf, policyOf } from './trial-page';
import type { TrialPage } from './trial-page';
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

const show = (ctx: KoaContextWithOIDC, page: TrialPage): void => {
  ctx.type = 'html';
  ctx.set('content-security-policy', policyOf(page));
  ctx.body = htmlOf(page);
};

/** Whoever has pressed "Sign out" in the console has said so already: where scripts run, nobody has to press again. */
const askedAlready = (ctx: KoaContextWithOIDC, form: string): void =>
  show(ctx, {
    title: 'One more press to sign out',
    body: `<p>IBEX has signed you out. Press the button to sign out of the trial account as well.</p>
${form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>')}
<button type="submit" form="op.logoutForm">Sign out</button>`,
    script: SUBMIT,
  });

const features = (): Configuration['features'] => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  backchannelLogout: { enabled: true },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: askedAlready,
    postLogoutSuccessSource: (ctx) =>
      show(ctx, { title: 'You have signed out', body: '<p><a href="/console">Go to IBEX</a></p>' }),
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

const FAILED: TrialPage = {
  title: 'Signing in did not work',
  body: `<p>The page that you came from may be too old, or your browser may not keep cookies for this address.</p>
<p><a href="/console/sign-in">Start again: sign in to IBEX</a></p>`,
};

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
  renderError: (ctx) => show(ctx, FAILED),
});
