import { FixedClock, MemoryEventStore, MemoryKeyVault, MemoryMailbox } from '@ibex/adapters/memory';
import { AgreementLens } from '@ibex/agreements';
import { FIELD_GROUPS } from '@ibex/kernel';
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
import { CROYDON, HACKNEY, KENT, aNewEntry, aNewFact, someMetadata } from '@ibex/testing';
import { OpenGrants } from '../grants/open-grants';
import { RecordedRestrictions } from '../restricted/recorded-restrictions';
import { RecordedRevocations } from '../revocations/recorded-revocations';
import { AccessBook } from '../tail/access-book';
import { AccessWatch } from '../tail/access-watch';
import { LogAccessPolicy } from './log-access-policy';
import { RecordMatter } from './record-matter';
import { ToldRelations } from './told-relations';

const RECORD: ChildRecord = {
  recordRef: 'record-ref-1',
  owner: HACKNEY,
  introducedAt: '2026-03-02T09:00:00.000Z',
};
const records: Pick<Records, 'find'> = {
  find: (recordRef) => Promise.resolve(recordRef === RECORD.recordRef ? RECORD : undefined),
};
const lifting = { lift: (facts: readonly RecordedFact[]) => facts, versionOf: () => 1 };

const reader = (authority: string, person = 'p-1', roles: Reader['roles'] = ['duty-desk']): Reader => ({
  authority,
  person,
  roles,
});

const host = (gss: string) => ({ kind: 'authority', gss }) as const;
const placement = { host: host(CROYDON), startsOn: '2026-03-02', notice: 'planned', restricted: false };

/** A log, mailboxes and the policy over them; Hackney’s record of a child is there, and nothing else. */
class AccessTown {
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

const [MARCH, APRIL, MAY] = [
  '2026-03-02T09:00:00.000Z',
  '2026-04-01T09:00:00.000Z',
  '2026-05-01T09:00:00.000Z',
] as const;
const REG_13 = { text: 'a child was placed in your area', source: 'CPPCR Regs 2010, reg 13' };
const NOTHING = { sight: 'none', relations: [], groups: [] };
const PAST = ['existence', 'course'];
const inBarnet = { kind: 'authority', gss: 'E09000003' };
const ended = { endedOn: '2026-04-01', occurredAt: '2026-04-01', host: { kind: 'authority', gss: CROYDON } };
const asHost = (to?: string) => ({
  ...{ kind: 'addressee', from: MARCH, basis: REG_13 },
  ...(to === undefined ? {} : { to }),
});

/** Hackney’s child, placed in Croydon, which was told; Kent has nothing to do with it. */
const aTown = async (): Promise<AccessTown> => {
  const town = await AccessTown.open();
  await town.tell(await town.place(MARCH));
  return town;
};
const seen = (town: AccessTown, authority: string, person?: string) =>
  town.policy().seeRecord(reader(authority, person), RECORD.recordRef);

describe('sight of a record', () => {
  it('is its owner’s, that of whoever was told of the child, and nobody else’s', async () => {
    const town = await aTown();
    expect(await seen(town, HACKNEY)).toMatchObject({ sight: 'owner', owner: HACKNEY, groups: FIELD_GROUPS });
    expect(await seen(town, CROYDON)).toEqual({
      ...{ sight: 'addressee', owner: HACKNEY, groups: FIELD_GROUPS },
      relations: [asHost()],
    });
    expect(await seen(town, KENT)).toEqual(NOTHING);
    expect(await town.policy().sightOfRecord(reader(CROYDON), RECORD.recordRef)).toBe('addressee');
  });

  it('is nobody’s where there is no record', async () => {
    const town = await aTown();
    expect(await town.policy().seeRecord(reader(HACKNEY), 'never-told-of')).toEqual(NOTHING);
  });

  it('is of the past once the placement has ended, from the day it did', async () => {
    const town = await aTown();
    await town.tell(await town.record('placement-1', 'PlacementEnded', { at: APRIL, data: ended }));
    expect(await seen(town, CROYDON)).toEqual({
      ...{ sight: 'addressee', owner: HACKNEY, groups: PAST },
      relations: [asHost(APRIL)],
    });
  });

  it('is of the past once the router has not yet told of the end either', async () => {
    const town = await aTown();
    await town.record('placement-1', 'PlacementEnded', { at: APRIL, data: ended });
    expect((await seen(town, CROYDON)).groups).toEqual(PAST);
  });

  it('is of the past for a former host, though the placement goes on elsewhere', async () => {
    const town = await aTown();
    const previousHost = { kind: 'authority', gss: CROYDON };
    const data = {
      host: inBarnet,
      previousHost,
      changedOn: '2026-04-01',
      restricted: false,
      notice: 'planned',
    };
    const changed = await town.record('placement-1', 'PlacementChanged', { at: APRIL, data });
    await town.tell(changed, { capacity: 'previous-host' });
    await town.tell(changed, { authority: KENT });
    expect(await seen(town, CROYDON)).toMatchObject({ groups: PAST, relations: [asHost(APRIL)] });
    expect(await seen(town, KENT)).toMatchObject({ groups: FIELD_GROUPS });
  });

  it('is of an error once the notice was taken back', async () => {
    const town = await aTown();
    const recall = { at: MAY, data: { reason: 'wrong-child', host: ended.host } };
    await town.tell(await town.record('placement-1', 'PlacementWithdrawn', recall));
    expect(await seen(town, CROYDON)).toMatchObject({ groups: ['existence'], relations: [asHost(MAY)] });
  });

  it('is nobody else’s under an agreement, which opens notices one by one', async () => {
    const town = await aTown();
    const agreement = { id: 'a-1', version: 1, clause: 'missing', tells: CROYDON };
    await town.tell(await town.place(APRIL, 'placement-2'), { authority: KENT, agreement });
    expect(await seen(town, KENT)).toEqual(NOTHING);
  });

  it('goes on for a host that asked something and was answered', async () => {
    const town = await aTown();
    const answer = { capacity: 'addressee', type: 'uk.ibex.delivery.query-answered' } as const;
    await town.tell(await town.record('delivery-1', 'QueryAnswered', { at: APRIL }), {
      ...{ ...answer, stream: 'placement-1' },
    });
    expect(await seen(town, CROYDON)).toMatchObject({ groups: FIELD_GROUPS, relations: [asHost()] });
  });

  it('is not opened by what the service tells of its own work', async () => {
    const town = await aTown();
    await town.tell(await town.record('grant-1', 'GrantReviewOpened', { by: HACKNEY }), { authority: KENT });
    expect(await seen(town, KENT)).toEqual(NOTHING);
  });

  it('is its owner’s alone from the moment it is restricted, and what leads to the child nobody’s', async () => {
    const town = await aTown();
    await town.record('restriction-record-ref-1', 'RecordRestricted', {
      data: { label: 'refuge', person: 'p' },
    });
    expect(await seen(town, CROYDON)).toEqual(NOTHING);
    const groups = ['existence', 'identity', 'numbers', 'course', 'risk'];
    expect(await seen(town, HACKNEY)).toMatchObject({ sight: 'owner', groups });
    const lifted = { data: { label: 'refuge', person: 'q', proposedBy: 'p' } };
    await town.record('restriction-record-ref-1', 'RecordRestrictionLifted', lifted);
    expect(await seen(town, CROYDON)).toMatchObject({ groups: FIELD_GROUPS });
  });

  it('is of a person who broke the glass, of no colleague, until the time is over or it is ended', async () => {
    const town = await aTown();
    const data = { person: 'p-1', role: 'mash', owner: HACKNEY, purpose: 'emergency', until: MAY };
    const broken = await town.record('grant-1', 'GlassBroken', { at: APRIL, by: KENT, data });
    expect(await seen(town, KENT)).toMatchObject({
      ...{ sight: 'grant', owner: HACKNEY, groups: FIELD_GROUPS },
      relations: [{ kind: 'grant', from: broken.recordedAt, to: MAY }],
    });
    expect(await seen(town, KENT, 'p-2')).toEqual(NOTHING);
    expect(await town.policy().sightOfNotice(reader(KENT), 'placement-1')).toBe('grant');
    town.clock.set(MAY);
    expect(await seen(town, KENT)).toEqual(NOTHING);
    town.clock.set(APRIL);
    await town.record('grant-1', 'GrantEnded', { by: KENT, data: { person: 'p-1' } });
    expect(await seen(town, KENT)).toEqual(NOTHING);
    expect(await town.policy().sightOfNotice(reader(KENT), 'placement-1')).toBe('none');
  });

  it('is its owner’s alone once the record was erased, and then of its course', async () => {
    const town = await aTown();
    await town.vault.destroy(RECORD.recordRef);
    expect(await seen(town, CROYDON)).toEqual(NOTHING);
    expect(await seen(town, HACKNEY)).toMatchObject({ sight: 'owner', groups: PAST });
    expect(await town.policy().sightOfNotice(reader(CROYDON), 'placement-1')).toBe('none');
  });
});

describe('sight of a notice', () => {
  it('is that of whoever opened it and of those told of this very notice', async () => {
    const town = await aTown();
    await town.place(APRIL, 'placement-2');
    const policy = town.policy();
    expect(await policy.sightOfNotice(reader(HACKNEY), 'placement-1')).toBe('owner');
    expect(await policy.sightOfNotice(reader(CROYDON), 'placement-1')).toBe('addressee');
    expect(await policy.sightOfNotice(reader(KENT), 'placement-1')).toBe('none');
    expect(await policy.sightOfNotice(reader(CROYDON), 'placement-2')).toBe('none');
  });

  it('is that of whoever an agreement tells, until it ends', async () => {
    const town = await aTown();
    const agreement = { id: 'a-1', version: 1, clause: 'missing', tells: CROYDON };
    await town.tell(await town.place(APRIL, 'placement-2'), { authority: KENT, agreement });
    expect(await town.policy().sightOfNotice(reader(KENT), 'placement-2')).toBe('addressee');
    const isOpen = () => Promise.resolve(false);
    const lens = new AgreementLens({ isOpen }, { uuidFrom: (text) => text });
    const ended = town.policy(lens.over(town.mailbox));
    expect(await ended.sightOfNotice(reader(KENT), 'placement-2')).toBe('none');
    expect(await ended.sightOfNotice(reader(CROYDON), 'placement-1')).toBe('addressee');
  });

  it('is no addressee’s from the moment its record is restricted', async () => {
    const town = await aTown();
    await town.record('restriction-record-ref-1', 'RecordRestricted', {
      data: { label: 'adoption', person: 'p' },
    });
    expect(await town.policy().sightOfNotice(reader(CROYDON), 'placement-1')).toBe('none');
    expect(await town.policy().sightOfNotice(reader(HACKNEY), 'placement-1')).toBe('owner');
  });

  it('is, of what another authority recorded of a record, the owner’s of the record and not its own', async () => {
    const town = await aTown();
    const data = { person: 'p-1', role: 'mash', owner: HACKNEY, purpose: 'emergency', until: MARCH };
    await town.record('grant-1', 'GlassBroken', { at: APRIL, by: KENT, data });
    expect(await town.policy().sightOfNotice(reader(KENT), 'grant-1')).toBe('none');
    expect(await town.policy().sightOfNotice(reader(HACKNEY), 'grant-1')).toBe('owner');
  });

  it('is nobody’s where there is no notice', async () => {
    const town = await aTown();
    expect(await town.policy().sightOfNotice(reader(HACKNEY), 'placement-9')).toBe('none');
  });
});
