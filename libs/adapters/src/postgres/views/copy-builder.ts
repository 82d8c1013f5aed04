import { Overtaken, StoreUnavailable } from '@ibex/kernel';
import type { Position, RowChange, ViewRebuild, ViewSchema } from '@ibex/kernel';
import type { Database } from '../engine/database';
import type { Session } from '../engine/session';
import { Turns } from '../engine/turns';
import { CopyFiller } from './copy-filler';
import { folded } from './folded-changes';
import type { Step } from './folded-changes';
import { applySteps } from './row-writer';
import { analyseCopy, dropCopy, findLive, indexCopy, lockView, showInstead } from './view-copies';
import type { ViewCopy } from './view-copies';

type Standing = Pick<ViewCopy, 'generation' | 'version' | 'checkpoint'>;
export type Handle = Readonly<{
  refuseClosed(): void;
  /** Where this handle takes the live copy to be; undefined while there is none. */
  expected(): Standing | undefined;
  switched(standing: Standing): void;
}>;

/** Building the indexes of a large copy takes as long as it takes. */
const NO_LIMIT = 'SET LOCAL statement_timeout = 0';

const looksByOtherColumns = (step: Step): boolean => 'wide' in step;

/** A second copy on its way. */
export class CopyBuilder implements ViewRebuild {
  private readonly turns = new Turns();
  private readonly filler = new CopyFiller();
  private indexed = false;
  private reached: Position;

  constructor(
    private readonly database: Database,
    private readonly view: ViewSchema,
    private readonly copy: ViewCopy,
    private readonly handle: Handle,
  ) {
    this.reached = copy.checkpoint;
  }

  async write(changes: readonly RowChange[], upTo: Position): Promise<void> {
    this.handle.refuseClosed();
    const steps = folded(this.view, changes);
    await this.turns.take('write', async () => {
      if (steps.some(looksByOtherColumns)) await this.index();
      await this.database.transaction(async (session) => {
        // a copy under way may be lost in a crash, for it is dropped then anyway; the switch is synced, and all before
        await session.script('SET LOCAL synchronous_commit = off');
        await this.claim(session, upTo);
        await applySteps(session, steps, { generation: this.copy.generation, put: this.filler.put });
      });
      this.reached = upTo;
    });
  }

  async switchOver(): Promise<void> {
    this.handle.refuseClosed();
    await this.turns.take('write', async () => {
      await this.index();
      await this.database.transaction((session) => this.putInPlace(session));
    });
    const { generation, version } = this.copy;
    this.handle.switched({ generation, version, checkpoint: this.reached });
  }

  async abandon(): Promise<void> {
    await this.turns.take('write', () =>
      this.database.transaction((session) => dropCopy(session, this.copy)),
    );
  }

  /** In a transaction of its own, so that nobody waits for it. */
  private async index(): Promise<void> {
    if (this.indexed) return;
    await this.database.transaction(async (session) => {
      await session.script(NO_LIMIT);
      await this.claim(session, this.reached);
      await indexCopy(session, this.copy);
      await analyseCopy(session, this.copy);
    });
    this.indexed = true;
  }

  private async putInPlace(session: Session): Promise<void> {
    await lockView(session, this.view.name);
    await this.claim(session, this.reached);
    const live = await findLive(session, this.view.name, 'FOR UPDATE');
    if (live && this.isOvertakenBy(live)) throw new Overtaken(`view ${this.view.name}`);
    await showInstead(session, this.copy, { former: live, reader: this.database.settings.readerRole });
  }

  /** Where another handle moves the live copy, only a copy that is as far, and of rules no older, takes its place. */
  private isOvertakenBy(live: ViewCopy): boolean {
    const expected = this.handle.expected();
    if (live.generation === expected?.generation && live.checkpoint === expected.checkpoint) return false;
    return live.checkpoint > this.reached || live.version > this.copy.version;
  }

  private async claim(session: Session, upTo: Position): Promise<void> {
    const claimed = await session.change(
      'UPDATE view_copies SET checkpoint = $1 WHERE view = $2 AND generation = $3 AND NOT live',
      [upTo, this.view.name, this.copy.generation],
    );
    if (claimed > 0) return;
    const what = `view ${this.view.name} has no such copy under way; rebuild it`;
    throw new StoreUnavailable('store/failed', `${this.database.place.name}: ${what}`);
  }
}
