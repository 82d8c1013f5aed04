import { FixedClock, MemoryEventStore, MemoryKeyVault, MemoryMailbox } from '@ibex/adapters/memory';
import type {
  ChildRecord,
  Mailbox,
  MailboxEntry,
  NewEntry,
  Reader,
  RecordedFact,
  Records,
} from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { FactLog } from '@ibex/runtime';
import { CROYDON, HACKNEY, aNewEntry, aNewFact, someMetadata } from '@ibex/testing';
import { OpenGrants } from '../grants/open-grants';
import { RecordedRestrictions } from '../restricted/recorded-restrictions';
import { RecordedRevocations } from '../revocations/recorded-revocations';
import { AccessBook } from '../tail/access-book';
import { AccessWatch } from '../tail/access-watch';
import { LogAccessPolicy } from './log-access-policy';
import { RecordMatter } from './record-matter';
import { ToldRelations } from './told-relations';

export const RECORD: ChildRecord = {
  recordRef: 'record-ref-1',
  owner: HACKNEY,
  introducedAt: '2026-03-02T09:00:00.000Z',
};
const records: Pick<Records, 'find'> = {
  find: (recordRef) => Promise.resolve(recordRef === RECORD.recordRef ? RECORD : undefined),
};
const lifting = { lift: (facts: readonly RecordedFact[]) => facts, versionOf: () => 1 };

export const reader = (
  authority: string,
  person = 'p-1',
  roles: Reader['roles'] = ['duty-desk'],
): Reader => ({
  authority,
  person,
  roles,
});

const host = (gss: string) => ({ kind: 'authority', gss }) as const;
const placement = { host: host(CROYDON), startsOn: '2026-03-02', notice: 'planned', restricted: false };

/** A log, mailboxes and the policy over them; Hackney’s record of a child is there, and nothing else. */
export class AccessTown {
  readonly clock = new FixedClock('2026-03-02T09:00:00.000Z');
  readonly store = new MemoryEventStore();
  readonly mailbox = new MemoryMailbox(this.clock);
  readonly vault = new MemoryKeyVault();
  readonly log = new FactLog(this.store, lifting as unknown as ConstructorParameters<typeof FactLog>[1]);
  readonly book = new AccessBook(this.log);
  readonly restrictions = new RecordedRestrictions(this.book);
  readonly watch = new AccessWatch(this.store);
  readonly revocations = new RecordedRevocations(this.book, this.watch);
  private facts = 0;

  static async open(): Promise<AccessTown> {
    const town = new AccessTown();
    await town.vault.keyFor(RECORD.recordRef);
    return town;
  }

  policy(seen: Mailbox = this.mailbox): LogAccessPolicy {
    const grants = new OpenGrants(this.book, this.clock);
    const matter = new RecordMatter(records, this.restrictions, grants, this.vault);
    return new LogAccessPolicy(matter, new ToldRelations(definitions, seen, this.log), seen, this.log);
  }

  /** `at`: when it is recorded; the clock goes on to then. */
  async record(
    stream: string,
    type: string,
    said: Readonly<{ data?: object; at?: string; by?: string; recordRef?: string }> = {},
  ): Promise<RecordedFact> {
    const { data = {}, at = this.clock.now(), by = HACKNEY, recordRef = RECORD.recordRef } = said;
    this.clock.set(at);
    this.facts += 1;
    const actor = { authority: by, person: 'p-1', role: 'placing-practitioner' };
    const fact = aNewFact(`f-${String(this.facts)}`, {
      ...{ type, recordedAt: at, data: { by, ...data } },
      metadata: { ...someMetadata, actor, recordRef },
    });
    const [recorded] = (await this.store.append(stream, 'any', [fact])).facts;
    if (!recorded) throw new Error('nothing was recorded');
    return recorded;
  }

  place(at: string, stream = 'placement-1'): Promise<RecordedFact> {
    const data = { ...placement, carePlan: 'pending', assessment: 'pending', consulted: false };
    return this.record(stream, 'PlacementNotified', { at, data: { ...data, occurredAt: '2026-03-02' } });
  }

  /** Puts what the router would put into a mailbox. */
  async tell(fact: RecordedFact, change: Partial<NewEntry> = {}): Promise<MailboxEntry | undefined> {
    const { stream, position, recordedAt, id } = fact;
    const entry = { stream, position, recordedAt, factId: id, ...change };
    const entryId = `${id} to ${change.authority ?? CROYDON}`;
    return (await this.mailbox.deliver('router-standard', [aNewEntry(entryId, entry)], position))[0];
  }
}
