import { Overtaken, StoreUnavailable } from '@ibex/kernel';
import type { Position, ReadModels, RowChange, ViewRebuild, ViewSchema } from '@ibex/kernel';
import type { Database } from '../engine/database';
import type { Session } from '../engine/session';
import { Turns } from '../engine/turns';
import { refuseBadNames } from './check-view';
import { folded } from './folded-changes';
import { CopyBuilder } from './copy-builder';
import { applySteps, putRows } from './row-writer';
import {
  createCopy,
  dropCopy,
  findLeftovers,
  findLive,
  indexCopy,
  INSTANCE_LOCK,
  lockView,
  showInstead,
} from './view-copies';
import type { ViewCopy } from './view-copies';

/** Where this handle last saw or left the live copy of a view. */
export type Standing = Readonly<{ generation: number; version: number; checkpoint: Position }>;

const standingOf = ({ generation, version, checkpoint }: ViewCopy): Standing => ({
  generation,
  version,
  checkpoint,
});

/** Views in PostgreSQL. Each copy has tables of its own; the plain names are SQL views of the live ones. */
export class PostgresReadModels implements ReadModels {
  private readonly standings = new Map<string, Standing>();
  private readonly turns = new Turns();
  private readonly database: Database;
  private instance: Promise<number> | undefined;
  private closed = false;

  constructor(database: Database) {
    this.database = database.join();
  }

  async open(view: ViewSchema): Promise<Position | undefined> {
    this.refuseClosed();
    refuseBadNames(view);
    const seen = await this.lookAt(view);
    const live = seen ?? (await this.makeLive(view));
    this.standings.set(view.name, standingOf(live));
    return live.version === view.version ? live.checkpoint : undefined;
  }

  async write(view: ViewSchema, changes: readonly RowChange[], upTo: Position): Promise<void> {
    this.refuseClosed();
    const steps = folded(view, changes);
    await this.turns.take(view.name, async () => {
      const from = this.standings.get(view.name);
      if (from?.version !== view.version) throw this.notOpen(view);
      if (steps.length === 0) await this.moveAlone(view, from, upTo);
      else
        await this.database.transaction(async (session) => {
          await this.claim(session, view, from, upTo);
          await applySteps(session, steps, { generation: from.generation, put: putRows });
        });
      this.standings.set(view.name, { ...from, checkpoint: upTo });
    });
  }

  async rebuild(view: ViewSchema): Promise<ViewRebuild> {
    this.refuseClosed();
    refuseBadNames(view);
    const builder = await this.thisInstance();
    const reader = this.database.settings.readerRole;
    const [copy, live] = await this.database.transaction(async (session) => {
      await lockView(session, view.name);
      for (const left of await findLeftovers(session, view.name, builder)) await dropCopy(session, left);
      const before = await findLive(session, view.name);
      return [await createCopy(session, view, { builder, reader }), before] as const;
    });
    const atStart = live && standingOf(live);
    return new CopyBuilder(this.database, view, copy, {
      refuseClosed: () => this.refuseClosed(),
      expected: () => this.standings.get(view.name) ?? atStart,
      switched: (standing) => this.standings.set(view.name, standing),
    });
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.database.leave();
  }

  /** The live copy, when it is there and no dead builder has left anything behind. */
  private async lookAt(view: ViewSchema): Promise<ViewCopy | undefined> {
    const live = await findLive(this.asSession(), view.name);
    const left = live ? await findLeftovers(this.asSession(), view.name, null) : [];
    return left.length === 0 ? live : undefined;
  }

  private makeLive(view: ViewSchema): Promise<ViewCopy> {
    const reader = this.database.settings.readerRole;
    return this.database.transaction(async (session) => {
      await lockView(session, view.name);
      for (const left of await findLeftovers(session, view.name, null)) await dropCopy(session, left);
      const live = await findLive(session, view.name);
      if (live) return live;
      const copy = await createCopy(session, view, { builder: 0, reader });
      await indexCopy(session, copy);
      await showInstead(session, copy, { former: undefined, reader });
      return copy;
    });
  }

  /** Moves the checkpoint only from where this handle left it: the row's lock holds off every other writer. */
  private async claim(session: Session, view: ViewSchema, from: Standing, upTo: Position): Promise<void> {
    const claimed = await session.change(
      'UPDATE view_copies SET checkpoint = $1 WHERE view = $2 AND generation = $3 AND live AND checkpoint = $4',
      [upTo, view.name, from.generation, from.checkpoint],
    );
    if (claimed === 0) throw new Overtaken(`view ${view.name}`);
  }

  /** In one statement and without waiting for the disk: what a crash takes of it is passed over once more. */
  private async moveAlone({ name }: ViewSchema, from: Standing, upTo: Position): Promise<void> {
    const moved = await this.database.run(
      `WITH quick AS (SELECT set_config('synchronous_commit', 'off', true))
       UPDATE view_copies SET checkpoint = $1 FROM quick
       WHERE view = $2 AND generation = $3 AND live AND checkpoint = $4 RETURNING 1 AS moved`,
      [upTo, name, from.generation, from.checkpoint],
    );
    if (moved.length === 0) throw new Overtaken(`view ${name}`);
  }

  /** As long as the listening connection stands, others know that copies of this number are being built. */
  private async thisInstance(): Promise<number> {
    this.instance ??= this.announce().catch((error: unknown) => {
      this.instance = undefined;
      throw error;
    });
    return this.instance;
  }

  private async announce(): Promise<number> {
    const [row] = await this.database.run<{ number: number }>(`SELECT nextval('instances') AS number`);
    const number = row?.number ?? 0;
    await this.database.listener.hold(`SELECT pg_advisory_lock_shared(${INSTANCE_LOCK}, ${number})`);
    return number;
  }

  private asSession(): Pick<Session, 'query'> {
    return { query: (text, values) => this.database.run(text, values) };
  }

  private notOpen(view: ViewSchema): StoreUnavailable {
    const { name } = this.database.place;
    const what = `view ${view.name} has no live copy of version ${view.version}; open or rebuild it`;
    return new StoreUnavailable('store/failed', `${name}: ${what}`);
  }

  private refuseClosed(): void {
    if (this.closed)
      throw new StoreUnavailable('store/closed', `${this.database.place.name}: the read models are closed`);
  }
}
