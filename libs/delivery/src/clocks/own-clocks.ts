import { Inject, Injectable, Optional } from '@nestjs/common';
import { RESTRICTIONS } from '@ibex/kernel';
import type { Reader, Restrictions } from '@ibex/kernel';
import { RefusedError, fromCursor, notFound, toPage } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { ClockList } from './clock-list';
import { ClockOrders } from './clock-orders';
import type { ClockCommand } from './clock.decider';
import type { ClockChangedDto, ClockPageDto, ClockShownDto, ClocksQuery, PauseDto } from './clocks.dto';
import type { ClockRow, ClockRunRow } from './clocks.schema';

const USUAL = 100;

const marksOf = (run: ClockRunRow | undefined): Partial<Plain<ClockShownDto>> => ({
  ...(typeof run?.warnedAt === 'string' ? { warnedAt: run.warnedAt } : {}),
  ...(typeof run?.lateAt === 'string' ? { lateAt: run.lateAt } : {}),
  ...(typeof run?.pausedAt === 'string' ? { pausedAt: run.pausedAt } : {}),
});

const toShown = (row: ClockRow, run: ClockRunRow | undefined): Plain<ClockShownDto> => ({
  ...{ id: row.dutyId, notice: row.stream, kind: row.kind, text: row.text, owedBy: row.owedBy },
  ...{ startedAt: row.startedAt, warnAt: row.warnAt, dueAt: row.dueAt, limitedBy: row.limitedBy },
  ...{ stepsTaken: run?.steps ?? 0 },
  ...marksOf(run),
});

/** The clocks of an authority's own duties. Whose duty it is not finds nothing. */
@Injectable()
export class OwnClocks {
  constructor(
    private readonly list: ClockList,
    private readonly orders: ClockOrders,
    @Optional() @Inject(RESTRICTIONS) private readonly restrictions?: Pick<Restrictions, 'ofOthers'>,
  ) {}

  async page({ authority }: Reader, query: ClocksQuery): Promise<Plain<ClockPageDto>> {
    const { cursor, limit = USUAL, notice } = query;
    const [dueAt = '', dutyId = ''] = cursor === undefined ? [] : fromCursor(cursor, 2).map(String);
    const rows = await this.list.owedBy({ authority, notice }, [dueAt, dutyId], limit + 1);
    const page = toPage(rows, limit, (row) => [row.dueAt, row.dutyId]);
    const isHidden = await this.hiddenFrom(authority);
    const shown = page.items.filter((row) => !isHidden(row));
    const runs = await this.list.runsOf(shown);
    return { ...page, items: shown.map((row) => toShown(row, runs.get(row.dutyId))) };
  }

  async pause(
    id: string,
    { reason, note }: PauseDto,
    submission: Submission,
  ): Promise<Plain<ClockChangedDto>> {
    const row = await this.own(id, submission);
    const { authority: by, person, role } = submission.actor;
    const personal = note === undefined ? {} : { personal: { note } };
    const data = { by, person, role, reason, dueAt: row.dueAt };
    return this.order(row, { type: 'PauseClock', data, ...personal }, submission);
  }

  async resume(id: string, submission: Submission): Promise<Plain<ClockChangedDto>> {
    const row = await this.own(id, submission);
    const { authority: by, person, role } = submission.actor;
    const pausedAt = (await this.runOf(row))?.pausedAt ?? this.orders.now();
    const { startedAt, dueAt, limitedBy: limit } = row;
    const data = { by, person, role, pausedAt, startedAt, dueAt, limit };
    return this.order(row, { type: 'ResumeClock', data }, submission);
  }

  private async own(id: string, { actor }: Submission): Promise<ClockRow> {
    const row = await this.list.find(id);
    if (row?.owedBy !== actor.authority || row.state !== 'open') throw notFound();
    if ((await this.hiddenFrom(actor.authority))(row)) throw notFound();
    return row;
  }

  /** Duties about restricted records of others: whoever owes them is told by their owner in person. */
  private async hiddenFrom(authority: string): Promise<(row: ClockRow) => boolean> {
    const hidden = await this.restrictions?.ofOthers(authority);
    return ({ recordRef }) => recordRef !== null && hidden?.has(recordRef) === true;
  }

  private async runOf(row: ClockRow): Promise<ClockRunRow | undefined> {
    return (await this.list.runsOf([row])).get(row.dutyId);
  }

  private async order(
    row: ClockRow,
    command: ClockCommand,
    submission: Submission,
  ): Promise<Plain<ClockChangedDto>> {
    const outcome = await this.orders.submit(row, command, submission);
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    const { position, repeated, facts } = outcome;
    const newDueAt = facts.at(-1)?.data['newDueAt'];
    return { id: row.dutyId, dueAt: typeof newDueAt === 'string' ? newDueAt : row.dueAt, position, repeated };
  }
}
