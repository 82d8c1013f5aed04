import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  JoseLogoutTokenVerifier,
  loadOrCreateSigningKey,
  logoutTokensByDiscovery,
} from '@ibex/adapters/jose';
import type { SigningKey } from '@ibex/adapters/jose';
import { OpenIdProvider, openIdProviders, parseProviders } from '@ibex/adapters/oidc';
import {
  TRIAL_PATH,
  TRIAL_RESOURCE,
  TRIAL_SCOPE,
  TrialProvider,
  trialAccounts,
} from '@ibex/adapters/trial-provider';
import { ConsoleSettings, createConsole } from '@ibex/console';
import { AUTHORITIES, KEPT_THINGS, TRIAL_ISSUER } from '@ibex/kernel';
import type { Authorities, Clock, KeptThings, SignInProvider } from '@ibex/kernel';
import { readSecret, SafeLog } from '@ibex/runtime';
import type { ExchangeConfig } from './config';
import type { Pages } from './pages';

const CLIENT_ID = 'ibex-console';
const PROVIDER_ID = 'trial';

/** Where the exchange is reached on its own machine. */
const ownAddress = (app: NestFastifyApplication): string => {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://127.0.0.1:${String(port)}`;
};

const listed = ({ server, pages }: ExchangeConfig, clock: Clock): readonly SignInProvider[] => {
  if (pages.signInFile === undefined) return [];
  const production = server.isProduction;
  return openIdProviders(parseProviders(readFileSync(pages.signInFile, 'utf8')), {
    ...{ clock, production },
    secretIn: (file) => readSecret('clientSecretFile', file),
    logoutTokensOf: logoutTokensByDiscovery({ clock, production }),
  });
};

type Trial = Readonly<{ signIn: SignInProvider; server: TrialProvider }>;

const clientOf = (url: string, clientSecret: string) => ({
  ...{ clientId: CLIENT_ID, clientSecret },
  logoutUrl: `${url}/console/back-channel-logout/${PROVIDER_ID}`,
});

/** Endpoints that the browser is sent to are where it sees the console; the others are asked on this machine. */
const placesAt = (url: string) => (origin: string) => ({
  issuer: TRIAL_ISSUER,
  authorization_endpoint: `${origin}${TRIAL_PATH}/auth`,
  end_session_endpoint: `${origin}${TRIAL_PATH}/session/end`,
  token_endpoint: `${url}${TRIAL_PATH}/token`,
  jwks_uri: `${url}${TRIAL_PATH}/jwks`,
  authorization_response_iss_parameter_supported: true,
});

const trialWith = (
  key: SigningKey,
  app: NestFastifyApplication,
  { publicUrl, clock }: Readonly<{ publicUrl: string; clock: Clock }>,
): Trial => {
  const members = app
    .get<Authorities>(AUTHORITIES)
    .all()
    .filter(({ member }) => member);
  const accounts = trialAccounts(members);
  const url = ownAddress(app);
  const client = clientOf(url, randomBytes(32).toString('base64url'));
  const origins = publicUrl === '' ? [] : [new URL(publicUrl).origin];
  const issuer = { issuer: TRIAL_ISSUER, algorithm: 'EdDSA' as const, keys: [key.publicJwk] };
  const signIn = new OpenIdProvider({
    ...{ id: PROVIDER_ID, name: 'Trial accounts', issuer: TRIAL_ISSUER, algorithm: 'EdDSA' },
    ...{ clientId: client.clientId, clientSecret: client.clientSecret, accounts, clock, production: false },
    ...{ scope: TRIAL_SCOPE, resource: TRIAL_RESOURCE, claimRules: {}, places: placesAt(url) },
    logoutTokens: new JoseLogoutTokenVerifier({
      issuer,
      clientId: client.clientId,
      clock,
      production: false,
    }),
  });
  return { signIn, server: new TrialProvider({ accounts, client, key, origins, production: false }) };
};

/** Not in production, nor where the exchange trusts issuers of its own choosing. */
const trialOf = async (
  app: NestFastifyApplication,
  { server }: ExchangeConfig,
  clock: Clock,
): Promise<Trial | undefined> => {
  if (server.isProduction || server.issuersFile !== undefined) return undefined;
  const key = await loadOrCreateSigningKey(join(server.developmentKeys, 'trial-sign-in.jwk'));
  return trialWith(key, app, { publicUrl: server.gathering?.publicUrl ?? '', clock });
};

/** The console and, in a trial, the place to sign in; on the stores of this process, over HTTP to its API. */
export const openConsole = async (
  app: NestFastifyApplication,
  config: ExchangeConfig,
  clock: Clock,
): Promise<Pages> => {
  const { server, pages } = config;
  const trial = await trialOf(app, config, clock);
  const publicUrl = server.gathering?.publicUrl;
  const settings = new ConsoleSettings({
    exchangeUrl: ownAddress(app),
    publicUrl: publicUrl === '' ? undefined : publicUrl,
    ...{ times: pages.times, production: server.isProduction },
  });
  const made = await createConsole({
    ...{ settings, clock, key: server.masterKey },
    providers: [...listed(config, clock), ...(trial ? [trial.signIn] : [])],
    things: app.get<KeptThings>(KEPT_THINGS),
    log: app.get(SafeLog, { strict: false }),
  });
  const answer = made.getHttpAdapter().getInstance();
  return {
    answer: (request, response) => {
      if (trial && request.url?.startsWith(`${TRIAL_PATH}/`) === true)
        void trial.server.answer(request, response);
      else answer.routing(request, response);
    },
    close: () => made.close(),
  };
};
