import { Controller, Get, Header, HttpCode, Inject, Post, Query, Redirect, Req } from '@nestjs/common';
import { IbexError } from '@ibex/kernel';
import { CurrentVisit, ForAnyRole, Open, Page } from '../frame/page.decorators';
import { Pages } from '../frame/pages';
import type { Visit } from '../frame/visit';
import type { ConsoleRequest } from '../frame/visits';
import { ConsoleSettings } from '../server/console-settings';
import type { Session } from '../session/session';
import { Sessions } from '../session/sessions';
import { SignIns, signedOutAt } from './sign-ins';

type Moved = Readonly<{ url: string; statusCode: 303 }>;

/** Staying and leaving. */
@Controller()
export class SessionController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignIns) private readonly signIns: SignIns,
    @Inject(ConsoleSettings) private readonly settings: ConsoleSettings,
  ) {}

  /** Answers with the seconds that there are from now. */
  @Post('session/stay')
  @ForAnyRole()
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  async stay(@CurrentVisit() visit: Visit): Promise<string> {
    const session = await this.sessions.byId(visit.sessionId);
    if (!session) return '0';
    return String(this.sessions.secondsLeft(await this.sessions.touch(session)));
  }

  /** Here first, so that whatever happens at the provider the session has ended. */
  @Post('sign-out')
  @ForAnyRole()
  @Redirect('/console/signed-out', 303)
  async signOut(@CurrentVisit() visit: Visit, @Req() { headers }: ConsoleRequest): Promise<Moved> {
    const session = await this.sessions.byId(visit.sessionId);
    await this.sessions.end(visit.sessionId);
    const host = typeof headers['host'] === 'string' ? headers['host'] : undefined;
    const origin = this.settings.originFor(host);
    const url = session && origin !== undefined ? await this.wayOut(session, origin) : undefined;
    return { url: url ?? '/console/signed-out', statusCode: 303 };
  }

  @Get('signed-out')
  @Open()
  @Page()
  signedOut(@Query() query: Readonly<Record<string, unknown>>): string {
    return this.pages.open('sign-in/signed-out.njk', { isIdle: query['because'] === 'idle' });
  }

  private async wayOut(session: Session, origin: string): Promise<string | undefined> {
    const { idToken } = session.signedIn;
    const leaving = { origin, returnTo: signedOutAt(origin), ...(idToken === undefined ? {} : { idToken }) };
    try {
      return await this.signIns.provider(session.provider).leave(leaving);
    } catch (error) {
      // signed out here all the same
      if (error instanceof IbexError) return undefined;
      throw error;
    }
  }
}
