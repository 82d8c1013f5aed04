import { IbexError } from '@ibex/kernel';
import type { Clock, LoggedOut, LogoutTokenVerifier } from '@ibex/kernel';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';
import { importIssuer } from './issuer-keys';
import type { IssuerKeys } from './issuer-keys';
import type { TrustedIssuer } from './trusted-issuer';

export type LogoutTokenOptions = Readonly<{
  issuer: TrustedIssuer;
  /** The console's own client id at the provider. */
  clientId: string;
  clock: Clock;
  production: boolean;
}>;

const LONGEST_TOKEN = 8_192;
const TOLERANCE_SECONDS = 5;
/** A logout token is for now: section 2.4 asks for an `exp` of two minutes at most. */
const OLDEST_SECONDS = 120;
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const TYPES: ReadonlySet<string | undefined> = new Set(['logout+jwt', 'JWT', undefined]);

const refused = (reason: string, cause?: unknown): IbexError =>
  new IbexError('sign-in/refused', `the logout token does not hold: ${reason}`, { cause });

const isEvent = (payload: JWTPayload): boolean => {
  const events = payload['events'];
  if (typeof events !== 'object' || events === null) return false;
  const event: unknown = Reflect.get(events, EVENT);
  return typeof event === 'object' && event !== null;
};

const textIn = (payload: JWTPayload, name: string): string | undefined => {
  const value = payload[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Steps 4 to 7 of section 2.6. */
const toLoggedOut = (payload: JWTPayload): LoggedOut => {
  const [tokenId, login, subject] = ['jti', 'sid', 'sub'].map((name) => textIn(payload, name));
  if (login === undefined && subject === undefined) throw refused('it names neither sid nor sub');
  if (!isEvent(payload)) throw refused('it holds no logout event');
  if ('nonce' in payload) throw refused('it holds a nonce, as an ID token does');
  if (tokenId === undefined) throw refused('it has no jti');
  return {
    tokenId,
    ...(login === undefined ? {} : { login }),
    ...(subject === undefined ? {} : { subject }),
  };
};

const keyOf = async (token: string, keys: IssuerKeys): Promise<CryptoKey> => {
  const { kid, alg, typ } = decodeProtectedHeader(token);
  if (!TYPES.has(typ)) throw refused('it is of another type');
  const key = await keys.keyFor(String(kid), String(alg));
  if (!key) throw refused('its key is not one of the issuer’s');
  return key;
};

/** Logout tokens of one provider (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
export class JoseLogoutTokenVerifier implements LogoutTokenVerifier {
  private keys: Promise<IssuerKeys> | undefined;

  constructor(private readonly options: LogoutTokenOptions) {}

  async verify(token: string): Promise<LoggedOut> {
    if (token.length > LONGEST_TOKEN) throw refused('it is too long');
    const { issuer, clientId, clock, production } = this.options;
    const keys = await (this.keys ??= importIssuer(issuer, { production }));
    try {
      const key = await keyOf(token, keys);
      const { payload } = await jwtVerify(token, key, {
        ...{ algorithms: [...keys.algorithms], issuer: issuer.issuer, audience: clientId },
        ...{ requiredClaims: ['iss', 'aud', 'iat'], maxTokenAge: OLDEST_SECONDS },
        ...{ clockTolerance: TOLERANCE_SECONDS, currentDate: new Date(clock.now()) },
      });
      return toLoggedOut(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError) throw refused(error.code, error);
      throw error instanceof TypeError ? refused('it is no JWT', error) : error;
    }
  }
}

type Announced = Pick<TrustedIssuer, 'issuer' | 'algorithm' | 'jwksUrl'> &
  Pick<LogoutTokenOptions, 'clientId'>;

/** For each provider of a list: its keys are where the list says, or else its discovery document. */
export const logoutTokensByDiscovery =
  ({ clock, production }: Pick<LogoutTokenOptions, 'clock' | 'production'>) =>
  ({ issuer, algorithm, jwksUrl, clientId }: Announced): LogoutTokenVerifier => {
    const keys = jwksUrl === undefined ? { discovery: true } : { jwksUrl };
    return new JoseLogoutTokenVerifier({
      ...{ issuer: { issuer, algorithm, ...keys }, clientId, clock, production },
    });
  };
