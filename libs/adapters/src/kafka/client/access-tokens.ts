import { BusUnavailable } from '@ibex/kernel';
import type { OauthSettings } from '../kafka.settings';
import { readSecret } from './secret-file';

type Held = Readonly<{ token: string; renewAtMs: number }>;

const MARGIN_MS = 30_000;
/** What RFC 6749 leaves to the server when it does not say how long a token lives: assume little. */
const UNSAID_LIFE_S = 60;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const bodyOf = async (response: Response): Promise<Readonly<Record<string, unknown>>> => {
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
};

// `error` is one of a few fixed words (RFC 6749 section 5.2); anything else is not repeated
const WORD = /^[a-z_]{1,40}$/;

const refused = (status: number, body: Readonly<Record<string, unknown>>): BusUnavailable => {
  const word = WORD.exec(textOf(body['error']) ?? '')?.[0] ?? 'no reason given';
  return new BusUnavailable(
    status >= 500 ? 'bus/unreachable' : 'bus/access-denied',
    `sasl.tokenUrl: the issuer gave no token (${status}, ${word}); check sasl.clientId and sasl.clientSecretFile`,
  );
};

const lifeOf = (body: Readonly<Record<string, unknown>>): number => {
  const seconds = Number(body['expires_in'] ?? UNSAID_LIFE_S);
  return Number.isFinite(seconds) ? seconds : UNSAID_LIFE_S;
};

/** Access tokens by client credentials, each used until shortly before it ends. */
export class AccessTokens {
  private held: Held | undefined;

  constructor(
    private readonly settings: OauthSettings,
    private readonly timeoutMs: number,
  ) {}

  /** A token that is good for a while yet. Throws BusUnavailable, which never quotes the answer. */
  async current(): Promise<string> {
    if (this.held && Date.now() < this.held.renewAtMs) return this.held.token;
    this.held = await this.fetched();
    return this.held.token;
  }

  /** Not to be used again, e.g. since a broker refused it. */
  forget(): void {
    this.held = undefined;
  }

  private async fetched(): Promise<Held> {
    const askedAtMs = Date.now();
    const response = await this.ask();
    const body = await bodyOf(response);
    const token = textOf(body['access_token']);
    if (!response.ok || token === undefined) throw refused(response.status, body);
    const lifeMs = lifeOf(body) * 1000;
    return { token, renewAtMs: askedAtMs + lifeMs - Math.min(MARGIN_MS, lifeMs / 2) };
  }

  private async ask(): Promise<Response> {
    const { tokenUrl, clientId, clientSecretFile, scope } = this.settings;
    const secret = await readSecret('sasl.clientSecretFile', clientSecretFile);
    // RFC 6749 section 2.3.1: both parts are form-encoded before they are joined
    const basic = `${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`;
    try {
      return await fetch(tokenUrl, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(basic).toString('base64')}` },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          ...(scope === undefined ? {} : { scope }),
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(this.timeoutMs),
      });
    } catch (cause) {
      throw new BusUnavailable(
        'bus/unreachable',
        'sasl.tokenUrl: the issuer of access tokens does not answer',
        {
          cause,
        },
      );
    }
  }
}
