import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, KEPT_THINGS } from '@ibex/kernel';
import type { Clock, KeptThings, SignedIn } from '@ibex/kernel';
import { ConsoleSettings } from '../server/console-settings';
import { Sealing } from './sealing';
import { endOf } from './session';
import type { Session } from './session';

const KIND = 'session';
const TOKEN_BYTES = 32;
/** A page that is asked for this soon after another needs no writing down. */
const TOUCH_AFTER_MS = 30_000;

export type NewSession = Readonly<{ provider: string; signedIn: SignedIn; leavesBy?: string }>;

/** Sessions on the server; the browser holds a name that leads to one. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(KEPT_THINGS) private readonly things: KeptThings,
    @Inject(Sealing) private readonly sealing: Sealing,
    @Inject(ConsoleSettings) private readonly settings: ConsoleSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns what the browser is to keep: always a new name, so that nobody can prepare one for somebody else. */
  async begin(started: NewSession): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const session = { ...started, id: this.idOf(token), startedAt: now, seenAt: now };
    await this.things.put(this.kept(session));
    return token;
  }

  async find(token: string): Promise<Session | undefined> {
    return this.byId(this.idOf(token));
  }

  async byId(id: string): Promise<Session | undefined> {
    const thing = await this.things.find(KIND, id, this.clock.now());
    return thing && (this.sealing.open(`${KIND} ${id}`, thing.sealed) as Session | undefined);
  }

  /** The person is here. Returns the session as it goes on. */
  async touch(session: Session): Promise<Session> {
    const now = this.clock.now();
    if (Date.parse(now) - Date.parse(session.seenAt) < TOUCH_AFTER_MS) return session;
    const seen = { ...session, seenAt: now };
    await this.keep(seen);
    return seen;
  }

  /** Nothing happens where it was ended meanwhile. */
  async keep(session: Session): Promise<void> {
    await this.things.replace(this.kept(session));
  }

  async endByToken(token: string): Promise<void> {
    await this.end(this.idOf(token));
  }

  async end(id: string): Promise<void> {
    await this.things.remove(KIND, id);
  }

  /** Every session of a log-in at a provider, or where none is named of a person. */
  async endAll(
    provider: string,
    { login, subject }: Readonly<{ login?: string; subject?: string }>,
  ): Promise<void> {
    if (login !== undefined)
      await this.things.removeOf(KIND, { group: this.sealing.digest('login', provider, login) });
    else if (subject !== undefined)
      await this.things.removeOf(KIND, { owner: this.sealing.digest('subject', provider, subject) });
  }

  /** Of many consoles one does the work; the others get false until it is over. */
  takeTurn(id: string, seconds: number): Promise<boolean> {
    const now = this.clock.now();
    const until = new Date(Date.parse(now) + seconds * 1_000).toISOString();
    return this.things.putNew({ kind: 'turn', id, owner: '', sealed: '', keptAt: now, until });
  }

  async endTurn(id: string): Promise<void> {
    await this.things.remove('turn', id);
  }

  private idOf(token: string): string {
    return this.sealing.digest('session', token);
  }

  private kept(session: Session) {
    const { id, provider, seenAt, signedIn } = session;
    const { login, subject } = signedIn;
    return {
      kind: KIND,
      id,
      owner: this.sealing.digest('subject', provider, subject),
      ...(login === undefined ? {} : { group: this.sealing.digest('login', provider, login) }),
      sealed: this.sealing.seal(`${KIND} ${id}`, session),
      keptAt: seenAt,
      until: endOf(session, this.settings.times),
    };
  }
}
