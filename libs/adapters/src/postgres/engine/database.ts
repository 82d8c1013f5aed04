import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { IbexError, StoreUnavailable } from '@ibex/kernel';
import type { OnBehalfOf } from '@ibex/kernel';
import { openPool, withClient } from './connections';
import { codeOf, isConnectionLost, isOthersFault, unavailable } from './faults';
import { Listener } from './listener';
import { settled } from './options';
import type { ConnectionOptions, Settled } from './options';
import { placeOf } from './place';
import type { Place } from './place';
import { Session } from './session';
import type { Rows, Values } from './session';

const MOST_TRIES = 5;

/** Its connection is thrown away; `cause` is what went wrong before. */
class RollbackFailed extends Error {}

/** The service's connections to one database: for writing, for reading, and one that listens. Shared by its ports. */
export class Database {
  readonly settings: Settled;
  readonly place: Place;
  readonly listener: Listener;
  private readonly writing: Pool;
  private readonly reading: Pool;
  private users = 0;

  /** Opens nothing yet. Throws StoreUnavailable for what is no URL. */
  constructor(options: ConnectionOptions) {
    this.settings = settled(options);
    this.place = placeOf(this.settings.url, this.settings.setting);
    this.writing = openPool(this.settings);
    this.reading = openPool(this.settings, { default_transaction_read_only: 'on' });
    this.listener = new Listener(this.settings);
  }

  join(): this {
    this.users += 1;
    return this;
  }

  /** The last one closes the connections, after the work under way. */
  async leave(): Promise<void> {
    this.users -= 1;
    if (this.users > 0) return;
    await this.listener.close();
    await Promise.all([this.writing.end(), this.reading.end()]);
  }

  /** One statement as the service itself. */
  async run<R extends object = Record<string, unknown>>(text: string, values: Values = []): Promise<Rows<R>> {
    return this.patiently(async () => (await this.writing.query<R>(text, [...values])).rows);
  }

  /** All or nothing. Done again from the start when the database undid it because of others at work. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.patiently(async () => {
      const sent = { anything: false };
      const once = (): Promise<T> =>
        withClient(this.writing, isSpoilt, (client) =>
          this.inTransaction(client, (session) => {
            sent.anything = true;
            return work(session);
          }),
        );
      try {
        return await once();
      } catch (error) {
        // the connection had died while idle: nothing was sent
        if (!sent.anything && isConnectionLost(error)) return await once();
        throw error;
      }
    });
  }

  /** A question on somebody's behalf. A connection that had died while idle costs it nothing. */
  async read<R extends object>(who: OnBehalfOf, text: string, values: Values): Promise<Rows<R>> {
    const ask = (): Promise<Rows<R>> =>
      withClient(this.reading, isSpoilt, (client) => this.ask<R>(client, who, { text, values }));
    return this.patiently(async () => {
      try {
        return await ask();
      } catch (error) {
        if (isSecondTryWorthIt(error)) return await ask();
        throw error;
      }
    });
  }

  private async ask<R extends object>(
    client: PoolClient,
    who: OnBehalfOf,
    { text, values }: Readonly<{ text: string; values: Values }>,
  ): Promise<Rows<R>> {
    const session = new Session(client);
    if (who.kind === 'system') return session.query<R>(text, values);
    const authority = client.escapeLiteral(who.kind === 'reader' ? who.authority : '');
    const role = client.escapeIdentifier(this.settings.readerRole);
    const wall = ['BEGIN READ ONLY', `SET LOCAL ROLE ${role}`, `SET LOCAL ibex.authority = ${authority}`];
    return undoing(client, async () => {
      await session.script(...wall);
      const rows = await session.query<R>(text, values);
      await client.query('COMMIT');
      return rows;
    });
  }

  private inTransaction<T>(client: PoolClient, work: (session: Session) => Promise<T>): Promise<T> {
    return undoing(client, async () => {
      await client.query('BEGIN');
      const result = await work(new Session(client));
      try {
        await client.query('COMMIT');
      } catch (error) {
        throw this.uncertain(error);
      }
      return result;
    });
  }

  /** A connection lost while committing: what was sent may be done, or not. */
  private uncertain(error: unknown): unknown {
    if (!isConnectionLost(error)) return error;
    const { setting, name } = this.place;
    const message = `${setting} (${name}): the connection was cut before the database said whether it kept a write`;
    return new StoreUnavailable('store/timed-out', message);
  }

  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        const told = error instanceof RollbackFailed ? error.cause : error;
        if (attempt === MOST_TRIES || !isOthersFault(told)) throw unavailable(told, this.place);
        await pause(attempt * (5 + Math.random() * 20));
      }
    }
  }
}

const undoing = async <T>(client: PoolClient, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (isConnectionLost(error) || isUncertain(error)) throw error;
    await client.query('ROLLBACK').catch(() => {
      throw new RollbackFailed('a transaction could not be undone', { cause: error });
    });
    throw error;
  }
};

const isUncertain = (error: unknown): boolean =>
  error instanceof IbexError && error.code === 'store/timed-out';
const isSpoilt = (error: unknown): boolean =>
  error instanceof RollbackFailed || isUncertain(error) || isConnectionLost(error);

/** An idle connection that was dead, or a view that was switched just between two looks at it. */
const isSecondTryWorthIt = (error: unknown): boolean =>
  isConnectionLost(error) || ['42P01', 'XX000'].includes(codeOf(error));
