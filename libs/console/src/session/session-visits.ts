import { Inject, Injectable } from '@nestjs/common';
import { ExchangeApi } from '@ibex/sdk';
import { AuthorityNames } from '../frame/authority-names';
import type { Visit } from '../frame/visit';
import { Visits } from '../frame/visits';
import type { ConsoleRequest } from '../frame/visits';
import { ConsoleSettings } from '../server/console-settings';
import { SESSION_COOKIE, cookieIn } from './cookies';
import { FreshTokens } from './fresh-tokens';
import type { Session } from './session';
import { Sessions } from './sessions';

/** A page is waited for by a person: the exchange is given less patience than a system would have. */
const PATIENCE = { tries: 2, timeoutMs: 10_000, longestWaitMs: 2_000, mostBytes: 16 * 1_024 * 1_024 };

/** What a page does by itself, such as an event stream, is no sign that somebody is there. */
const isByPerson = ({ headers }: ConsoleRequest): boolean => {
  const mode = headers['sec-fetch-mode'];
  return mode === undefined || mode === 'navigate';
};

/** Who visits is whoever the browser's cookie leads to. */
@Injectable()
export class SessionVisits extends Visits {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(FreshTokens) private readonly tokens: FreshTokens,
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
    @Inject(ConsoleSettings) private readonly settings: ConsoleSettings,
  ) {
    super();
  }

  async of(request: ConsoleRequest): Promise<Visit | undefined> {
    const token = cookieIn(request.headers, SESSION_COOKIE);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (!session) return undefined;
    const visit = this.visitIn(isByPerson(request) ? await this.sessions.touch(session) : session);
    await this.names.load(visit.api);
    return { ...visit, authorityName: this.names.nameOf(visit.authority) };
  }

  private visitIn(session: Session): Visit {
    const { id, signedIn, leavesBy } = session;
    const { authority, person, roles } = signedIn.reader;
    const token = (again: boolean): Promise<string> => this.tokens.of(session, again);
    return {
      sessionId: id,
      ...{ person, authority, authorityName: authority, roles },
      name: signedIn.name ?? '',
      api: new ExchangeApi({
        ...{ url: this.settings.exchangeUrl, token, ...PATIENCE },
        ownWrites: this.sessions.writesOf(session),
      }),
      token,
      csrf: this.sessions.csrfTokenOf(session),
      idleSeconds: this.sessions.secondsLeft(session),
      ...(leavesBy === undefined ? {} : { leavesBy }),
    };
  }
}
