import type {
  DutyOpened,
  Mailbox,
  Memberships,
  NewEntry,
  NewFact,
  NotificationDefinition,
  Position,
  RecordedFact,
} from '@ibex/kernel';
import { FixedClock, MemoryEventStore, MemoryMailbox } from '@ibex/adapters/memory';
import { PlainDigests } from '@ibex/proof';
import { FactLog } from '@ibex/runtime';
import { CROYDON, KENT, aNewFact, allOf } from '@ibex/testing';
import { JoinedTasks } from '../tasks/joined-tasks';
import { MailboxReaders } from '../tasks/mailbox-readers';
import { OtherMeansTasks } from '../tasks/other-means-tasks';
import { EarlierFacts } from './earlier-facts';
import { FactAddresses } from './fact-addresses';
import { Joining } from './joining';
import { RouterReaction } from './router.reaction';

const text = ({ data }: RecordedFact, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};
const basis = { text: 'told', source: 'reg 13(4)' };
const interview = (owedBy: string): DutyOpened => ({
  ...{ change: 'opened', key: 'interview', kind: 'interview', text: 'Hold it', owedBy },
  ...{ startedAt: '2026-03-02', source: 'reg 1' },
});

/** A notice is posted, goes on, and ends, is recalled, or ends with a duty open; each fact tells whom it names. */
const definition: NotificationDefinition = {
  name: 'placement',
  title: 'Placement',
  category: 'placement',
  lane: 'standard',
  facts: Object.fromEntries(
    ['Posted', 'WentOn', 'Ended', 'EndedOwing', 'Recalled'].map((type) => [
      type,
      {
        ...{ version: 1, title: type, personal: [] },
        tells: { message: `uk.ibex.placement.${type}`, version: 1, summary: type },
      },
    ]),
  ),
  audience: (fact) => [{ authority: text(fact, 'host'), capacity: 'host', urgency: 'prompt', basis }],
  deadlines: (fact) => (fact.type === 'EndedOwing' ? [interview(text(fact, 'host'))] : []),
  withheldFromAddressees: () => [],
  standingOf: (notice) => {
    const types = new Set(notice.map(({ type }) => type));
    if (types.has('Recalled')) return 'recalled';
    return types.has('Ended') || types.has('EndedOwing') ? 'over' : 'live';
  },
  refusals: [],
};

/** Several notices at a time, some of them over before others begin; every third is for Croydon. */
const COURSE: readonly (readonly [stream: string, type: string])[] = [
  ['placement-1', 'Posted'],
  ['placement-2', 'Posted'],
  ['placement-3', 'Posted'],
  ['placement-1', 'WentOn'],
  ['placement-4', 'Posted'],
  ['placement-2', 'Ended'],
  ['placement-5', 'Posted'],
  ['placement-4', 'EndedOwing'],
  ['placement-1', 'WentOn'],
  ['placement-5', 'Recalled'],
  ['placement-6', 'Posted'],
  ['placement-1', 'Ended'],
];
const hostOf = (stream: string): string => (stream === 'placement-3' ? CROYDON : KENT);

class Killed extends Error {}

const memberships: Pick<Memberships, 'wasMember' | 'changeIn'> & { joinedAt: Position } = {
  joinedAt: Number.POSITIVE_INFINITY,
  wasMember: (gss, before) => Promise.resolve(gss === CROYDON || before > memberships.joinedAt),
  changeIn: ({ type, position }) =>
    type === 'AuthorityJoined' ? { gss: KENT, member: true, position } : undefined,
};

const aWorld = () => {
  const store = new MemoryEventStore();
  const mailbox = new MemoryMailbox(new FixedClock());
  const lifting = { lift: (facts: readonly RecordedFact[]) => facts, versionOf: () => 1 };
  const log = new FactLog(store, lifting as unknown as ConstructorParameters<typeof FactLog>[1]);
  const [digests, clock] = [new PlainDigests(), new FixedClock()];
  let stepsLeft = Number.POSITIVE_INFINITY;
  const step = (): void => {
    stepsLeft -= 1;
    if (stepsLeft < 0) throw new Killed();
  };
  const mortal: Pick<Mailbox, 'checkpoint' | 'deliver'> = {
    checkpoint: (router) => mailbox.checkpoint(router),
    deliver: async (...delivery) => {
      step();
      const put = await mailbox.deliver(...delivery);
      step();
      return put;
    },
  };
  /** A router that remembers nothing, as after a start; it is killed after so many steps. */
  const route = async (batch: number, steps = Number.POSITIVE_INFINITY): Promise<void> => {
    stepsLeft = steps;
    const readers = new MailboxReaders({ isMember: () => false }, memberships);
    const others = new OtherMeansTasks(store, readers, digests, clock);
    const joined = new JoinedTasks(store, digests, clock);
    const router = new RouterReaction(
      { name: 'router-standard', definitions: [definition] },
      new FactAddresses(new EarlierFacts(store), digests, undefined, new Joining(log, digests, memberships)),
      {
        sortOut: async (entries: readonly NewEntry[]) => {
          step();
          return others.sortOut(entries);
        },
        overtake: async (...of) => {
          step();
          await joined.overtake(...of);
          step();
        },
      },
      mortal,
    );
    const after = await router.checkpoint();
    for await (const facts of store.readAll({ after, filter: router.filter, batchSize: batch }))
      await router.handle(facts, facts.at(-1)?.position ?? after);
  };
  const put = async (stream: string, type: string, id: string): Promise<Position> => {
    const fact: NewFact = aNewFact(id, { type, data: { host: hostOf(stream) } });
    return (await store.append(stream, 'any', [fact])).position;
  };
  return { store, mailbox, route, put };
};

/** What Kent is to find in its mailbox when it joins after so many facts: said anew, from the course alone. */
const expectedAfter = (joinsAfter: number): readonly string[] => {
  const over = new Set(
    COURSE.slice(0, joinsAfter).flatMap(([stream, type]) =>
      type === 'Ended' || type === 'Recalled' ? [stream] : [],
    ),
  );
  return COURSE.flatMap(([stream], at) => {
    if (hostOf(stream) !== KENT) return [];
    return at >= joinsAfter || !over.has(stream) ? [`f-${String(at)}`] : [];
  });
};

const play = async (joinsAfter: number, route: (world: ReturnType<typeof aWorld>) => Promise<void>) => {
  memberships.joinedAt = Number.POSITIVE_INFINITY;
  const world = aWorld();
  for (let at = 0; at <= COURSE.length; at += 1) {
    if (at === joinsAfter)
      memberships.joinedAt = await world.put(`membership-${KENT}`, 'AuthorityJoined', 'joined');
    const [stream, type] = COURSE[at] ?? [];
    if (stream !== undefined && type !== undefined) await world.put(stream, type, `f-${String(at)}`);
  }
  await route(world);
  return world;
};
const idsIn = async (mailbox: Mailbox): Promise<readonly string[]> =>
  (await mailbox.read(KENT, 0, 100)).map(({ factId }) => factId);

const POINTS = Array.from({ length: COURSE.length + 1 }, (_, at) => at);

describe.each(POINTS)('an authority that joins after %d facts', (joinsAfter) => {
  it.each([1, 3, 100])(
    'finds what is live and then what comes, once and in order, in batches of %d',
    async (batch) => {
      const { mailbox } = await play(joinsAfter, (world) => world.route(batch));
      expect(await idsIn(mailbox)).toEqual(expectedAfter(joinsAfter));
      const entries = await mailbox.read(KENT, 0, 100);
      expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => at + 1));
      expect(await mailbox.head(CROYDON)).toBe(1);
    },
  );

  it('finds the same though the router is killed at every step of its work', async () => {
    let kills = 0;
    const { mailbox } = await play(joinsAfter, async (world) => {
      for (let steps = 0; ; steps = (steps + 1) % 7) {
        try {
          await world.route(3, steps);
          return;
        } catch (fault) {
          if (!(fault instanceof Killed)) throw fault;
          kills += 1;
        }
      }
    });
    expect(kills).toBeGreaterThan(3);
    expect(await idsIn(mailbox)).toEqual(expectedAfter(joinsAfter));
  });

  it('is told by other means of what came before, and those tasks are closed that its mailbox overtakes', async () => {
    const { store, mailbox } = await play(joinsAfter, (world) => world.route(3));
    const facts = await allOf(store.readAll({ filter: { categories: ['task'] } }));
    const of = (type: string) =>
      new Set(facts.flatMap((fact) => (fact.type === type ? [fact.stream.slice('task-'.length)] : [])));
    const before = COURSE.slice(0, joinsAfter).filter(([stream]) => hostOf(stream) === KENT);
    expect(of('TaskOpened').size).toBe(before.length);
    const entries = await mailbox.read(KENT, 0, 100);
    const overtaken = entries.filter(({ position }) => position < memberships.joinedAt);
    expect(of('TaskOvertaken')).toEqual(new Set(overtaken.map(({ entryId }) => entryId)));
  });
});
