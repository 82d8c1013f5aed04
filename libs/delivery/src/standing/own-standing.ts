import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, MAILBOX, READ_DB } from '@ibex/kernel';
import type { EventStore, Mailbox, MailboxEntry, Reader } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { USUAL_ENTRIES } from '../inbox/inbox.dto';
import { deliveryStream } from '../ladder/delivery-log';
import type { StandingDto, StandingPageDto, StandingQuery, TouchedDto } from './standing.dto';
import { actionsIn, standingIn } from './standing.rule';
import type { StandingRow } from './standing.schema';

/** What this list needs of the reading database. It is a Kysely, which only views and adapters may name. */
interface StandingRows {
  where(column: keyof StandingRow, operator: '=' | '>' | '<=', value: string | number): StandingRows;
  execute(): Promise<readonly StandingRow[]>;
}
export interface StandingDb {
  selectFrom(table: 'standing'): { selectAll(): StandingRows };
}

type Touched = Plain<TouchedDto>;
const touched = (at: string | null, person: string | null, role: string | null): Touched | undefined =>
  at === null ? undefined : { at, person: person ?? '', role: role ?? '' };

/** Nothing of it is there where nobody has touched the entry. */
const doneIn = (row: StandingRow | undefined): Pick<Plain<StandingDto>, 'actions' | 'asked' | 'answered'> =>
  row ? { actions: actionsIn(row), asked: row.asked, answered: row.answered } : NOTHING;
const NOTHING = { actions: [], asked: 0, answered: 0 } as const;

const toShown = (entry: MailboxEntry, row: StandingRow | undefined): Plain<StandingDto> => {
  const opened = row && touched(row.openedAt, row.openedBy, row.openedRole);
  const acknowledged = row && touched(row.acknowledgedAt, row.acknowledgedBy, row.acknowledgedRole);
  return {
    sequence: entry.sequence,
    ...(entry.withdrawn ? { withdrawn: true } : { notice: entry.stream }),
    ...(opened && { opened }),
    ...(acknowledged && { acknowledged }),
    ...doneIn(row),
  };
};

/** Where an authority stands with its own entries. To look counts neither as delivered nor as opened. */
@Injectable()
export class OwnStanding {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DB) private readonly db: StandingDb,
  ) {}

  async page({ authority }: Reader, query: Plain<StandingQuery>): Promise<Plain<StandingPageDto>> {
    const { after = 0, limit = USUAL_ENTRIES } = query;
    const [entries, head] = await Promise.all([
      this.mailbox.read(authority, after, limit),
      this.mailbox.head(authority),
    ]);
    const rows = await this.rowsOf(authority, entries);
    return { items: entries.map((entry) => toShown(entry, rows.get(entry.sequence))), head };
  }

  private async rowsOf(
    authority: string,
    entries: readonly MailboxEntry[],
  ): Promise<ReadonlyMap<number, StandingRow>> {
    const [first] = entries;
    const last = entries.at(-1);
    if (!first || !last) return new Map();
    // whoever has just taken it on sees that it is so, wherever the view is
    if (first === last) return this.rowOf(first);
    const rows = await this.db
      .selectFrom('standing')
      .selectAll()
      .where('authority', '=', authority)
      .where('sequence', '>', first.sequence - 1)
      .where('sequence', '<=', last.sequence)
      .execute();
    return new Map(rows.map((row) => [row.sequence, row]));
  }

  private async rowOf({ entryId, sequence }: MailboxEntry): Promise<ReadonlyMap<number, StandingRow>> {
    const row = standingIn(await this.store.readStream(deliveryStream(entryId)));
    return row ? new Map([[sequence, row]]) : new Map();
  }
}
