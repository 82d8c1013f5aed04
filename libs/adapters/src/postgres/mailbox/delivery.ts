import { Overtaken } from '@ibex/kernel';
import type { MailboxEntry, NewEntry, Position } from '@ibex/kernel';
import type { Session } from '../engine/session';
import { ENTRY_COLUMNS, toEntry, toRow } from './entry-codec';
import type { EntryRow } from './entry-codec';

export const MAILBOX_CHANNEL = 'ibex_mailbox';

type Heads = Map<string, number>;
type HeadRow = Readonly<{ authority: string; head: number }>;

/**
 * Moves the router's checkpoint, never back, and holds its row until the end. `from`: where this handle left it, or
 * undefined when it has not looked yet. Throws Overtaken when it stands elsewhere.
 */
export const moveRouter = async (
  session: Session,
  router: string,
  { from, upTo }: Readonly<{ from: Position | undefined; upTo: Position }>,
): Promise<Position> => {
  const [moved] = await session.query<{ position: Position }>(
    `INSERT INTO router_checkpoints AS r (router, position)
     SELECT $1, $2::bigint WHERE coalesce($3::bigint, -1) = -1 OR EXISTS (SELECT FROM router_checkpoints WHERE router = $1)
     ON CONFLICT (router) DO UPDATE SET position = greatest(r.position, excluded.position)
       WHERE $3::bigint IS NULL OR r.position = $3::bigint
     RETURNING position`,
    [router, upTo, from ?? null],
  );
  if (!moved) throw new Overtaken(`the checkpoint of router ${router}`);
  return moved.position;
};

const lockedHeads = (session: Session, authorities: readonly string[]): Promise<readonly HeadRow[]> =>
  session.query<HeadRow>(
    'SELECT authority, head FROM mailbox_heads WHERE authority = ANY($1) ORDER BY authority FOR UPDATE',
    [authorities],
  );

/** Holds every mailbox concerned, always in the order of their codes, so that two routers never wait for each other. */
const holdMailboxes = async (session: Session, authorities: readonly string[]): Promise<Heads> => {
  const found = await lockedHeads(session, authorities);
  if (found.length === authorities.length)
    return new Map(found.map(({ authority, head }) => [authority, head]));
  await session.query(
    `INSERT INTO mailbox_heads (authority, head) SELECT a, 0 FROM unnest($1::text[]) AS a ORDER BY a
     ON CONFLICT DO NOTHING`,
    [authorities],
  );
  const all = await lockedHeads(session, authorities);
  return new Map(all.map(({ authority, head }) => [authority, head]));
};

const alreadyPut = async (session: Session, ids: readonly string[]): Promise<Map<string, MailboxEntry>> => {
  const rows = await session.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM mailbox_entries WHERE entry_id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.entry_id, toEntry(row)]));
};

const store = async (session: Session, put: readonly MailboxEntry[], heads: Heads): Promise<void> => {
  const rows = put.map(toRow);
  const column = (name: keyof EntryRow): readonly unknown[] => rows.map((row) => row[name]);
  const told = [...new Set(column('authority'))].map(String);
  await session.query(
    `WITH put AS (
       INSERT INTO mailbox_entries (${ENTRY_COLUMNS})
       SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
         $8::text[], $9::text[], $10::text[])
     ), moved AS (
       UPDATE mailbox_heads AS h SET head = v.head FROM unnest($11::text[], $12::bigint[]) AS v (authority, head)
       WHERE h.authority = v.authority
     )
     SELECT pg_notify('${MAILBOX_CHANNEL}', v.authority || ' ' || v.head)
     FROM unnest($11::text[], $12::bigint[]) AS v (authority, head)`,
    [
      ...ENTRY_COLUMNS.split(', ').map((name) => column(name as keyof EntryRow)),
      told,
      told.map((authority) => heads.get(authority) ?? 0),
    ],
  );
};

/** Puts what is not there yet. Numbers are given while the mailboxes are held, so none is skipped or given twice. */
export const putEntries = async (
  session: Session,
  entries: readonly NewEntry[],
  putAt: string,
): Promise<readonly MailboxEntry[]> => {
  if (entries.length === 0) return [];
  const authorities = [...new Set(entries.map(({ authority }) => authority))].sort();
  const heads = await holdMailboxes(session, authorities);
  const there = await alreadyPut(session, [...new Set(entries.map(({ entryId }) => entryId))]);
  const fresh: MailboxEntry[] = [];
  const answers = entries.map((entry) => {
    const known = there.get(entry.entryId);
    if (known) return known;
    const sequence = (heads.get(entry.authority) ?? 0) + 1;
    const put = { ...entry, sequence, putAt };
    heads.set(entry.authority, sequence);
    there.set(entry.entryId, put);
    fresh.push(put);
    return put;
  });
  if (fresh.length > 0) await store(session, fresh, heads);
  return answers;
};
