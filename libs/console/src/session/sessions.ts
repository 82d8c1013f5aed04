import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { LoggedOut, SignedIn } from '@ibex/kernel';
import type { OwnWrites } from '@ibex/sdk';
import { ConsoleSettings } from '../server/console-settings';
import { csrfTokenFor } from './csrf';
import { writesOf } from './persons-writes';
import { SealedThings } from './sealed-things';
import type { Place } from './sealed-things';
import { endOf, secondsBetween } from './session';
import type { Session } from './session';

const KIND = 'session';
const TURN = 'turn';
const TOKEN_BYTES = 32;
/** Longer than a logout token is taken. */
const LOGOUT_TOKEN_SECONDS = 180;
/** A page that is asked for this soon after another needs no writing down. */
const TOUCH_AFTER_MS = 30_000;

export type NewSession = Readonly<{ provider: string; signedIn: SignedIn; leavesBy?: string }>;

/** Sessions on the server; the browser holds a name that leads to one. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(SealedThings) private readonly things: SealedThings,
    @Inject(ConsoleSettings) private readonly settings: ConsoleSettings,
  ) {}

  /** Returns what the browser is to keep: always a new name, so that nobody can prepare one for somebody else. */
  async begin(started: NewSession): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.things.now();
    const session = { ...started, id: this.idOf(token), startedAt: now, seenAt: now };
    await this.things.put(this.placeOf(session), session, endOf(session, this.settings.times));
    return token;
  }

  find(token: string): Promise<Session | undefined> {
    return this.byId(this.idOf(token));
  }

  async byId(id: string): Promise<Session | undefined> {
    return (await this.things.find(KIND, id))?.value as Session | undefined;
  }

  /** The person is here. Returns the session as it goes on. */
  async touch(session: Session): Promise<Session> {
    const now = this.things.now();
    if (Date.parse(now) - Date.parse(session.seenAt) < TOUCH_AFTER_MS) return session;
    const seen = { ...session, seenAt: now };
    await this.keep(seen);
    return seen;
  }

  /** Nothing happens where it was ended meanwhile. */
  async keep(session: Session): Promise<void> {
    await this.things.replace(this.placeOf(session), session, endOf(session, this.settings.times));
  }

  /** For a form that is shown in it. */
  csrfTokenOf({ id }: Session): string {
    return csrfTokenFor(this.things, id);
  }

  writesOf({ id }: Session): OwnWrites {
    return writesOf(this.things, id);
  }

  secondsLeft(session: Session): number {
    return secondsBetween(this.things.now(), endOf(session, this.settings.times));
  }

  async endByToken(token: string): Promise<void> {
    await this.end(this.idOf(token));
  }

  async end(id: string): Promise<void> {
    await this.things.store.remove(KIND, id);
  }

  /**
   * Every session of a log-in at a provider, or where none is named of a person; nothing where the same was told before, so
   * that a token which somebody kept ends no later session.
   */
  async endAll(provider: string, { tokenId, ...whose }: LoggedOut): Promise<void> {
    const told = this.things.digest('logout-token', provider, tokenId);
    if (!(await this.takeTurn(told, LOGOUT_TOKEN_SECONDS))) return;
    try {
      await this.endThose(provider, whose);
    } catch (error) {
      // the provider may tell again
      await this.endTurn(told);
      throw error;
    }
  }

  /** Of many consoles one does the work; the others get false until it is over. */
  takeTurn(id: string, seconds: number): Promise<boolean> {
    const turn = { kind: TURN, id, owner: '', sealed: '' };
    return this.things.store.putNew({
      ...{ ...turn, keptAt: this.things.now(), until: this.things.after(seconds * 1_000) },
    });
  }

  async endTurn(id: string): Promise<void> {
    await this.things.store.remove(TURN, id);
  }

  private async endThose(provider: string, { login, subject }: Omit<LoggedOut, 'tokenId'>): Promise<void> {
    if (login !== undefined) await this.things.store.removeOf(KIND, { group: this.loginOf(provider, login) });
    else if (subject !== undefined)
      await this.things.store.removeOf(KIND, { owner: this.subjectOf(provider, subject) });
  }

  private idOf(token: string): string {
    return this.things.digest('session', token);
  }

  private loginOf(provider: string, login: string): string {
    return this.things.digest('login', provider, login);
  }

  private subjectOf(provider: string, subject: string): string {
    return this.things.digest('subject', provider, subject);
  }

  private placeOf({ id, provider, signedIn }: Session): Place {
    const { login, subject } = signedIn;
    const owner = this.subjectOf(provider, subject);
    const group = login === undefined ? {} : { group: this.loginOf(provider, login) };
    return { kind: KIND, id, owner, ...group };
  }
}
