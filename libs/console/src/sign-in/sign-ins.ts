import { randomBytes } from 'node:crypto';
import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { CLOCK, IbexError, KEPT_THINGS, SIGN_IN_PROVIDERS } from '@ibex/kernel';
import type { Clock, KeptThings, SignInBegun, SignInProvider, SignedIn } from '@ibex/kernel';
import { ExchangeApi, ExchangeRefused } from '@ibex/sdk';
import { ConsoleSettings } from '../server/console-settings';
import { Sealing } from '../session/sealing';
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
    @Inject(KEPT_THINGS) private readonly things: KeptThings,
    @Inject(Sealing) private readonly sealing: Sealing,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(ConsoleSettings) private readonly settings: ConsoleSettings,
    @Inject(CLOCK) private readonly clock: Clock,
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
    const id = this.sealing.digest(KIND, token);
    const now = this.clock.now();
    await this.things.put({
      ...{ kind: KIND, id, owner: '', keptAt: now },
      sealed: this.sealing.seal(`${KIND} ${id}`, begun),
      until: new Date(Date.parse(now) + PATIENCE_MS).toISOString(),
    });
    return { address, token };
  }

  /** `token`: of the sign-in; it is good for one try. `search`: what the provider has sent along. Throws as SignInProvider. */
  async finish(token: string, search: string): Promise<Entered> {
    const id = this.sealing.digest(KIND, token);
    const kept = await this.things.take(KIND, id, this.clock.now());
    const begun = kept && (this.sealing.open(`${KIND} ${id}`, kept.sealed) as Begun | undefined);
    if (!begun) throw refusedFor('too-late');
    const provider = this.provider(begun.provider);
    const signedIn = await provider.finish(`${callbackAt(begun.origin)}${search}`, begun.secrets);
    await this.refuseStranger(signedIn);
    const session = await this.sessionOf(provider, signedIn, begun.origin);
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
