import { IbexError } from '@ibex/kernel';
import type {
  ClaimRules,
  Clock,
  Leaving,
  LoggedOut,
  LogoutTokenVerifier,
  SignInBegun,
  SignInProvider,
  SignedIn,
  TrialAccount,
} from '@ibex/kernel';
import * as openid from 'openid-client';
import { signInRefused, toSignInFault } from './sign-in-fault';
import { isWithoutNames, toSignedIn } from './token-reader';

/** Where a provider is that is not found by its issuer. `origin`: under which the browser sees the console. */
export type ProviderPlaces = (origin: string) => openid.ServerMetadata;

export type OpenIdProviderOptions = Readonly<{
  id: string;
  name: string;
  issuer: string;
  /** Where its metadata is, if not below its issuer. */
  metadataUrl?: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** RFC 8707: for whom access tokens are to be, where the provider wants to be told. */
  resource?: string;
  /** With which its ID tokens are signed. */
  algorithm: string;
  claimRules: ClaimRules;
  logoutTokens: LogoutTokenVerifier;
  clock: Clock;
  /** Outside production a provider may also be on this machine over plain http. */
  production: boolean;
  accounts?: readonly TrialAccount[];
  places?: ProviderPlaces;
}>;

const TIMEOUT_SECONDS = 5;
const THIS_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

const mayBePlain = (issuer: string): boolean => {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && THIS_MACHINE.has(hostname);
};

/** Marked as deprecated in order to stand out (openid-client); it is for this machine alone, outside of production. */
type Setting = (configuration: openid.Configuration) => void;
const settings: ReadonlyMap<string, unknown> = new Map(Object.entries(openid));
const overPlainHttp = settings.get('allowInsecureRequests') as Setting;

/** One provider of OpenID Connect: code flow with PKCE, state and nonce; ID tokens verified by its keys. */
export class OpenIdProvider implements SignInProvider {
  private readonly configurations = new Map<string, Promise<openid.Configuration>>();

  /** Throws IbexError `sign-in/provider-not-valid` for an issuer that is not reached over https. */
  constructor(private readonly options: OpenIdProviderOptions) {
    const { issuer, production, id } = options;
    const isSafe = new URL(issuer).protocol === 'https:' || (!production && mayBePlain(issuer));
    if (!isSafe)
      throw new IbexError(
        'sign-in/provider-not-valid',
        `provider ${id}: its issuer must be an https address`,
      );
  }

  get id(): string {
    return this.options.id;
  }

  get name(): string {
    return this.options.name;
  }

  get accounts(): readonly TrialAccount[] {
    return this.options.accounts ?? [];
  }

  begin(callback: string, hint?: string): Promise<SignInBegun> {
    return this.asking(callback, async (configuration) => {
      const secrets = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      };
      const address = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: callback,
        scope: this.options.scope,
        code_challenge: await openid.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
        state: secrets.state,
        nonce: secrets.nonce,
        ...this.forResource(),
        ...(hint === undefined ? {} : { login_hint: hint }),
      });
      return { address: address.href, secrets };
    });
  }

  finish(address: string, { state, nonce, verifier }: SignInBegun['secrets']): Promise<SignedIn> {
    return this.asking(address, async (configuration) => {
      const tokens = await openid.authorizationCodeGrant(
        configuration,
        new URL(address),
        { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        this.forResource(),
      );
      const { claimRules: rules, clock } = this.options;
      return toSignedIn(tokens, tokens.claims(), { rules, now: clock.now() });
    });
  }

  renew(before: SignedIn): Promise<SignedIn> {
    const { refreshToken } = before;
    return this.asking(this.options.issuer, async (configuration) => {
      if (refreshToken === undefined) throw signInRefused('no-refresh-token');
      const tokens = await openid.refreshTokenGrant(configuration, refreshToken, this.forResource());
      const { claimRules: rules, clock } = this.options;
      return toSignedIn(tokens, tokens.claims(), { rules, now: clock.now(), before });
    });
  }

  leave({ origin, returnTo, idToken }: Leaving): Promise<string | undefined> {
    return this.asking(origin, (configuration) => {
      if (configuration.serverMetadata().end_session_endpoint === undefined)
        return Promise.resolve(undefined);
      const hint = idToken !== undefined && isWithoutNames(idToken) ? { id_token_hint: idToken } : {};
      const { clientId } = this.options;
      const parameters = { client_id: clientId, post_logout_redirect_uri: returnTo, ...hint };
      return Promise.resolve(openid.buildEndSessionUrl(configuration, parameters).href);
    });
  }

  loggedOut(logoutToken: string): Promise<LoggedOut> {
    return this.options.logoutTokens.verify(logoutToken);
  }

  private forResource(): Readonly<Record<string, string>> {
    const { resource } = this.options;
    return resource === undefined ? {} : { resource };
  }

  private async asking<T>(
    address: string,
    work: (configuration: openid.Configuration) => Promise<T>,
  ): Promise<T> {
    try {
      return await work(await this.configurationFor(new URL(address).origin));
    } catch (error) {
      throw toSignInFault(error);
    }
  }

  /** Found out once; again after a failure. */
  private configurationFor(origin: string): Promise<openid.Configuration> {
    const name = this.options.places ? origin : '';
    const known = this.configurations.get(name);
    if (known) return known;
    const found = this.findOut(origin);
    this.configurations.set(name, found);
    found.catch(() => this.configurations.delete(name));
    return found;
  }

  private async findOut(origin: string): Promise<openid.Configuration> {
    const { clientId, clientSecret, algorithm, places } = this.options;
    const metadata = { client_secret: clientSecret, id_token_signed_response_alg: algorithm };
    if (!places) return this.discovered(metadata);
    const configuration = new openid.Configuration(places(origin), clientId, metadata);
    configuration.timeout = TIMEOUT_SECONDS;
    for (const each of this.checks()) each(configuration);
    return configuration;
  }

  private async discovered(metadata: Partial<openid.ClientMetadata>): Promise<openid.Configuration> {
    const { issuer, metadataUrl = issuer, clientId } = this.options;
    const found = await openid.discovery(new URL(metadataUrl), clientId, metadata, undefined, {
      ...{ execute: this.checks(), timeout: TIMEOUT_SECONDS },
    });
    // openid-client compares them only where it was asked below the issuer
    if (metadataUrl !== issuer && found.serverMetadata().issuer !== issuer)
      throw signInRefused('another-issuer');
    return found;
  }

  private checks(): Setting[] {
    const { issuer, places, production } = this.options;
    const isPlain = !production && (places !== undefined || mayBePlain(issuer));
    return [openid.enableNonRepudiationChecks, ...(isPlain ? [overPlainHttp] : [])];
  }
}
