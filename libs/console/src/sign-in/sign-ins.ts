import { randomBytes } from 'node:crypto';
import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { IbexError, SIGN_IN_PROVIDERS } from '@ibex/kernel';
import type { SignInBegun, SignInProvider, SignedIn } from '@ibex/kernel';
import { ExchangeApi, ExchangeRefused } from '@ibex/sdk';
import { ConsoleSettings } from '../server/console-settings';
import { SealedThings } from '../session/sealed-things';
import { Sessions } from '../session/sessions';
import type { NewSession } from '../session/sessions';

const KIND = 'sign-in';
/** How long somebody may take at the provider. */
const PATIENCE_MS = 10 * 60_000;
const TOKEN_BYTES = 32;

type Begun = Readonly<{ provider: string; secrets: SignInBegun['secrets']; origin: string; then: string }>;
export type Entered = Readonly<{ token: string; then: string }>;

export const refusedFor = (reason: string): IbexError => new IbexError('sign-in/refused', reason);

/** Sign-ins under way: begun here, gone on with at a provider, finished here by the browser that began them. */
@Injectable()
export class SignIns {
  constructor(
    @Inject(SIGN_IN_PROVIDERS) readonly providers: readonly SignInProvider[],
    @Inject(SealedThings) private readonly things: SealedThings,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(ConsoleSettings) private readonly settings: ConsoleSettings,
  ) {}

  provider(id: string): SignInProvider {
    const found = this.providers.find((each) => each.id === id);
    if (!found) throw new NotFoundException();
    return found;
  }

  /** Where the browser goes, and the token of this sign-in that it keeps meanwhile. */
  async begin(
    provider: SignInProvider,
    { origin, then, hint }: Readonly<{ origin: string; then: string; hint?: string }>,
  ): Promise<Readonly<{ address: string; token: string }>> {
    const { address, secrets } = await provider.begin(callbackAt(origin), hint);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const begun: Begun = { provider: provider.id, secrets, origin, then };
    const id = this.things.digest(KIND, token);
    await this.things.put({ kind: KIND, id }, begun, this.things.after(PATIENCE_MS));
    return { address, token };
  }

  /**
   * `token`: of the sign-in; it is good for one try. `search`: what the provider has sent along. `before`: the browser's
   * session until now, which ends. Throws as SignInProvider.
   */
  async finish(token: string, search: string, before?: string): Promise<Entered> {
    const kept = await this.things.take(KIND, this.things.digest(KIND, token));
    const begun = kept?.value as Begun | undefined;
    if (!begun) throw refusedFor('too-late');
    const provider = this.provider(begun.provider);
    const signedIn = await provider.finish(`${callbackAt(begun.origin)}${search}`, begun.secrets);
    await this.refuseStranger(signedIn);
    const session = await this.sessionOf(provider, signedIn, begun.origin);
    if (before !== undefined) await this.sessions.endByToken(before);
    return { token: await this.sessions.begin(session), then: begun.then };
  }

  private async sessionOf(provider: SignInProvider, signedIn: SignedIn, origin: string): Promise<NewSession> {
    const leaves = await provider.leave({ origin, returnTo: signedOutAt(origin) });
    const leavesBy = leaves === undefined ? origin : new URL(leaves).origin;
    return { provider: provider.id, signedIn, ...(leavesBy === origin ? {} : { leavesBy }) };
  }

  /** The exchange alone decides whose token it takes. */
  private async refuseStranger({ accessToken }: SignedIn): Promise<void> {
    const api = new ExchangeApi({
      ...{ url: this.settings.exchangeUrl, token: () => Promise.resolve(accessToken), tries: 2 },
    });
    try {
      await api.get('/v1/authorities');
    } catch (error) {
      if (error instanceof ExchangeRefused && [401, 403].includes(error.status))
        throw refusedFor('not-accepted');
      throw error;
    }
  }
}

export const callbackAt = (origin: string): string => `${origin}/console/sign-in/callback`;
export const signedOutAt = (origin: string): string => `${origin}/console/signed-out`;
