import type { Addressee, Mailbox, NewEntry, NewFact, NotificationDefinition, Position } from '@ibex/kernel';
import { BEGINNING } from '@ibex/kernel';
import { FixedClock, MemoryEventStore, MemoryMailbox } from '@ibex/adapters/memory';
import { knownAuthorities } from '@ibex/boroughs';
import { PlainDigests } from '@ibex/proof';
import { aNewFact, allOf, someMetadata } from '@ibex/testing';
import { MailboxReaders } from '../tasks/mailbox-readers';
import { OtherMeansTasks } from '../tasks/other-means-tasks';
import { EarlierFacts } from './earlier-facts';
import { FactAddresses } from './fact-addresses';
import { RouterReaction } from './router.reaction';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const BARNET = 'E09000003';
const KENT = 'E10000016';
const basis = { text: 'The area authority is told', source: 'CPPCR Regs 2010, reg 13(4)' };
/** A code in brackets is told under restriction, as no rule should. */
const to = (code: string): Addressee => ({
  authority: code.replace(/[()]/g, ''),
  ...{ capacity: 'host', urgency: 'prompt', basis },
  ...(code.startsWith('(') ? { restricted: true } : {}),
});
const codes = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Tells those named in `tells` and, of an end, everyone who was told before. */
const definition: NotificationDefinition = {
  name: 'placement',
  title: 'Placement',
  category: 'placement',
  lane: 'standard',
  facts: {
    PlacementNotified: {
      version: 1,
      tells: { message: 'uk.ibex.placement.notified', version: 1, summary: 'A placement.' },
      title: 'Placement notified',
      personal: [],
    },
    PlacementEnded: {
      version: 1,
      tells: { message: 'uk.ibex.placement.ended', version: 2, summary: 'An end.' },
      title: 'Placement ended',
      personal: [],
    },
    PlacementNoted: { version: 1, tells: { internal: 'a note' }, title: 'Noted', personal: [] },
  },
  audience: (fact, earlier) =>
    [fact, ...(fact.type === 'PlacementEnded' ? earlier : [])]
      .flatMap(({ data }) => codes(data['tells']))
      .map(to),
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: [],
};

/** What the service tells of its own doing. */
const ofTheService: NotificationDefinition = { ...definition, name: 'access', ofTheService: true };

const notified = (id: string, tells: readonly string[], more: Partial<NewFact> = {}): NewFact =>
  aNewFact(id, { data: { tells, occurredAt: '2026-03-01T10:00:00.000Z' }, ...more });

const aRouter = (
  mailbox: Mailbox = new MemoryMailbox(new FixedClock()),
  told: NotificationDefinition = definition,
) => {
  const store = new MemoryEventStore();
  const digests = new PlainDigests();
  const authorities = knownAuthorities();
  const newRouter = () =>
    new RouterReaction(
      { name: 'router-standard', definitions: [told] },
      new FactAddresses(new EarlierFacts(store), digests),
      new OtherMeansTasks(store, new MailboxReaders(authorities), digests, new FixedClock()),
      mailbox,
    );
  const route = async (router = newRouter(), upTo?: Position): Promise<void> => {
    const after = await router.checkpoint();
    const facts = await allOf(store.readAll({ after, filter: router.filter }));
    await router.handle(facts, upTo ?? facts.at(-1)?.position ?? after);
  };
  return { store, mailbox, digests, newRouter, route };
};

describe('the router', () => {
  it('puts one entry into the mailbox of each member that a fact is for', async () => {
    const { store, mailbox, digests, route } = aRouter();
    await store.append('placement-1', 'none', [notified('f-1', [CROYDON, BARNET])]);
    await route();
    expect(await mailbox.read(CROYDON, 0, 10)).toEqual([
      {
        entryId: digests.uuidFrom(`f-1\n${CROYDON}`),
        authority: CROYDON,
        capacity: 'host',
        urgency: 'prompt',
        basis,
        factId: 'f-1',
        stream: 'placement-1',
        recordRef: 'record-ref-1',
        type: 'uk.ibex.placement.notified',
        messageVersion: 1,
        from: HACKNEY,
        occurredAt: '2026-03-01T10:00:00.000Z',
        recordedAt: '2026-03-02T09:00:00.000Z',
        position: 0,
        sequence: 1,
        putAt: '2026-03-02T09:00:00.000Z',
      },
    ]);
    expect(await mailbox.head(BARNET)).toBe(1);
    expect(await mailbox.checkpoint('router-standard')).toBe(0);
  });

  it('tells what the service itself does to those who read a mailbox, and has nobody write a letter about it', async () => {
    const { store, mailbox, digests, route } = aRouter(new MemoryMailbox(new FixedClock()), ofTheService);
    await store.append('placement-1', 'none', [notified('f-1', [CROYDON, KENT])]);
    await route();
    expect(await mailbox.head(CROYDON)).toBe(1);
    expect(await mailbox.head(KENT)).toBe(0);
    expect(await store.readStream(`task-${digests.uuidFrom(`f-1\n${KENT}`)}`)).toEqual([]);
  });

  it('opens a task of the sender for a recipient that reads no mailbox here', async () => {
    const { store, mailbox, digests, route } = aRouter();
    await store.append('placement-1', 'none', [notified('f-1', [KENT])]);
    await route();
    const taskId = digests.uuidFrom(`f-1\n${KENT}`);
    const [opened, ...more] = await store.readStream(`task-${taskId}`);
    expect(more).toEqual([]);
    expect(opened).toMatchObject({
      type: 'TaskOpened',
      data: {
        owner: HACKNEY,
        recipient: KENT,
        factId: 'f-1',
        notice: 'placement-1',
        message: 'uk.ibex.placement.notified',
        capacity: 'host',
        urgency: 'prompt',
        basis,
        occurredAt: '2026-03-01T10:00:00.000Z',
        noticeRecordedAt: '2026-03-02T09:00:00.000Z',
      },
      metadata: { causationId: 'f-1', recordRef: 'record-ref-1', actor: { authority: HACKNEY } },
    });
    expect(await mailbox.head(KENT)).toBe(0);
  });

  it('never tells the one that acts, tells each once, and keeps what is restricted', async () => {
    const { store, mailbox, route } = aRouter();
    await store.append('placement-1', 'none', [notified('f-1', [HACKNEY, CROYDON, CROYDON, `(${BARNET})`])]);
    await route();
    expect(await mailbox.head(HACKNEY)).toBe(0);
    expect(await mailbox.head(BARNET)).toBe(0);
    expect(await mailbox.head(CROYDON)).toBe(1);
  });

  it('tells nobody of an internal fact', async () => {
    const { store, mailbox, route } = aRouter();
    await store.append('placement-1', 'none', [notified('f-1', [CROYDON], { type: 'PlacementNoted' })]);
    await route();
    expect(await mailbox.head(CROYDON)).toBe(0);
    expect(await mailbox.checkpoint('router-standard')).toBe(0);
  });

  it('names as sender whoever acted, and as record that of the first fact', async () => {
    const { store, mailbox, route } = aRouter();
    const byHost = { ...someMetadata, actor: { ...someMetadata.actor, authority: CROYDON } };
    delete byHost.recordRef;
    await store.append('placement-1', 'none', [
      notified('f-1', []),
      notified('f-2', [HACKNEY], { metadata: byHost }),
    ]);
    await route();
    expect(await mailbox.read(HACKNEY, 0, 10)).toMatchObject([{ from: CROYDON, recordRef: 'record-ref-1' }]);
  });

  it('gives the audience rule the earlier facts, even those routed before it was started', async () => {
    const { store, mailbox, route } = aRouter();
    await store.append('placement-1', 'none', [notified('f-1', [CROYDON])]);
    await route();
    await store.append('placement-1', 0, [notified('f-2', [BARNET], { type: 'PlacementEnded' })]);
    await route();
    expect(await mailbox.read(CROYDON, 0, 10)).toMatchObject([{ factId: 'f-1' }, { factId: 'f-2' }]);
    expect(await mailbox.read(BARNET, 0, 10)).toMatchObject([{ factId: 'f-2' }]);
  });

  it('keeps earlier facts at hand: a stream that it follows is not read again', async () => {
    const { store, mailbox, newRouter } = aRouter();
    const router = newRouter();
    const first = await store.append('placement-1', 'none', [notified('f-1', [CROYDON])]);
    await router.handle(first.facts, 0);
    const second = await store.append('placement-1', 0, [notified('f-2', [], { type: 'PlacementEnded' })]);
    await store.close();
    await router.handle(second.facts, 1);
    expect(await mailbox.head(CROYDON)).toBe(2);
  });
});

class Killed extends Error {}

/** Passes everything on until it is killed at a step, before or after that step took effect. */
class MailboxUntilKilled extends MemoryMailbox {
  killAt: 'before-delivery' | 'after-delivery' | 'never' = 'never';

  override async deliver(router: string, entries: readonly NewEntry[], upTo: Position) {
    if (this.killAt === 'before-delivery') throw new Killed();
    const put = await super.deliver(router, entries, upTo);
    if (this.killAt === 'after-delivery') throw new Killed();
    return put;
  }
}

describe('a router that is killed', () => {
  it.each(['before-delivery', 'after-delivery'] as const)(
    'tells everyone exactly once when killed %s',
    async (step) => {
      const mailbox = new MailboxUntilKilled(new FixedClock());
      const { store, digests, route } = aRouter(mailbox);
      await store.append('placement-1', 'none', [
        notified('f-1', [CROYDON, KENT]),
        notified('f-2', [CROYDON]),
      ]);
      mailbox.killAt = step;
      await expect(route()).rejects.toThrow(Killed);
      expect(await mailbox.checkpoint('router-standard')).toBe(step === 'before-delivery' ? BEGINNING : 1);
      mailbox.killAt = 'never';
      await route();
      expect(await mailbox.read(CROYDON, 0, 10)).toMatchObject([
        { factId: 'f-1', sequence: 1 },
        { factId: 'f-2', sequence: 2 },
      ]);
      expect(await store.readStream(`task-${digests.uuidFrom(`f-1\n${KENT}`)}`)).toHaveLength(1);
    },
  );

  it('does not open a task again that was done in the meantime', async () => {
    const mailbox = new MailboxUntilKilled(new FixedClock());
    const { store, digests, route } = aRouter(mailbox);
    await store.append('placement-1', 'none', [notified('f-1', [KENT])]);
    mailbox.killAt = 'before-delivery';
    await expect(route()).rejects.toThrow(Killed);
    const task = `task-${digests.uuidFrom(`f-1\n${KENT}`)}`;
    await store.append(task, 0, [aNewFact('done', { type: 'TaskDone' })]);
    mailbox.killAt = 'never';
    await route();
    expect((await store.readStream(task)).map(({ type }) => type)).toEqual(['TaskOpened', 'TaskDone']);
  });
});
