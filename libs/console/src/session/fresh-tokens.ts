import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, IbexError, SIGN_IN_PROVIDERS } from '@ibex/kernel';
import type { Clock, SignInProvider } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import { Sessions } from './sessions';
import type { Session } from './session';

/** A token that ends this soon would end under way. */
const SOON_MS = 30_000;
const TURN_SECONDS = 15;
const LOOK_EVERY_MS = 100;
const NEVER = new AbortController().signal;

const signedOut = (): IbexError => new IbexError('console/signed-out', 'the session has ended');

/** Access tokens of sessions, renewed when they end: once, whichever console and request needs it first. */
@Injectable()
export class FreshTokens {
  private readonly providers: ReadonlyMap<string, SignInProvider>;

  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SIGN_IN_PROVIDERS) providers: readonly SignInProvider[],
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.providers = new Map(providers.map((each) => [each.id, each]));
  }

  /** `again`: the one that there is was not accepted. Throws IbexError `console/signed-out`; as `SignInProvider.renew`. */
  async of(session: Session, again: boolean): Promise<string> {
    const standing = await this.sessions.byId(session.id);
    if (!standing) throw signedOut();
    const { accessToken } = standing.signedIn;
    const isOther = accessToken !== session.signedIn.accessToken;
    if (isOther || (!again && !this.endsSoon(standing))) return accessToken;
    return this.renewed(standing);
  }

  private endsSoon({ signedIn }: Session): boolean {
    return Date.parse(signedIn.accessEndsAt) - Date.parse(this.clock.now()) < SOON_MS;
  }

  private async renewed(session: Session): Promise<string> {
    if (!(await this.sessions.takeTurn(session.id, TURN_SECONDS))) return this.byAnother(session);
    try {
      const provider = this.providers.get(session.provider);
      if (!provider) throw signedOut();
      const signedIn = await provider.renew(session.signedIn);
      await this.sessions.keep({ ...session, signedIn });
      return signedIn.accessToken;
    } catch (error) {
      // no new token, and the old one is of no more use: signing in again is all that is left
      if (error instanceof IbexError && error.code === 'sign-in/refused') await this.sessions.end(session.id);
      throw error;
    } finally {
      await this.sessions.endTurn(session.id);
    }
  }

  private async byAnother(session: Session): Promise<string> {
    for (let waited = 0; waited < TURN_SECONDS * 1_000; waited += LOOK_EVERY_MS) {
      await pause(LOOK_EVERY_MS, NEVER);
      const standing = await this.sessions.byId(session.id);
      if (!standing) throw signedOut();
      if (standing.signedIn.accessToken !== session.signedIn.accessToken)
        return standing.signedIn.accessToken;
    }
    throw signedOut();
  }
}
