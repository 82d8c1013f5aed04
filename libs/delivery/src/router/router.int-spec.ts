import type { Addressee, Mailbox, NewEntry, NotificationDefinition } from '@ibex/kernel';
import { SqliteStores } from '@ibex/adapters/sqlite';
import { knownAuthorities } from '@ibex/boroughs';
import { PlainDigests } from '@ibex/proof';
import { SystemClock } from '@ibex/runtime';
import { CROYDON, KENT, aNewFact, allOf, temporaryFolders } from '@ibex/testing';
import { MailboxReaders } from '../tasks/mailbox-readers';
import { OtherMeansTasks } from '../tasks/other-means-tasks';
import { EarlierFacts } from './earlier-facts';
import { FactAddresses } from './fact-addresses';
import { RouterReaction } from './router.reaction';
import type { OtherMeans } from './router.reaction';

const FACTS = 60;
const PER_BATCH = 7;
const BARNET = 'E09000003';
const to = (authority: string): Addressee => ({
  authority,
  capacity: 'host',
  urgency: 'prompt',
  basis: { text: 'told', source: 'reg 13(4)' },
});

/** Every fact is for Croydon, every second for Barnet too, every third for Kent, which reads no mailbox here. */
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
  },
  audience: ({ data }) => {
    const number = Number(data['number']);
    return [to(CROYDON), ...(number % 2 === 0 ? [to(BARNET)] : []), ...(number % 3 === 0 ? [to(KENT)] : [])];
  },
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: [],
};

class Killed extends Error {}
/** Counts steps down and is killed at the last, after which nothing of that process happens any more. */
class Fate {
  constructor(private stepsLeft: number) {}
  step(): void {
    if (this.stepsLeft <= 0) throw new Killed();
    this.stepsLeft -= 1;
  }
}

const mortal = (mailbox: Mailbox, fate: Fate): Pick<Mailbox, 'checkpoint' | 'deliver'> => ({
  checkpoint: (router) => mailbox.checkpoint(router),
  deliver: async (...delivery) => {
    fate.step();
    const put = await mailbox.deliver(...delivery);
    fate.step();
    return put;
  },
});
const mortalTasks = (tasks: OtherMeans, fate: Fate): OtherMeans => ({
  sortOut: async (entries: readonly NewEntry[]) => {
    fate.step();
    const [first, ...rest] = entries;
    if (first) await tasks.sortOut([first]);
    fate.step();
    await tasks.sortOut(rest);
    return tasks.sortOut(entries);
  },
});

const open = (folder: string): Promise<SqliteStores> =>
  SqliteStores.open({ folder, masterKey: new Uint8Array(32).fill(1) });

/** One life of the router: from its checkpoint on, in batches, until it is through or killed. */
const live = async (stores: SqliteStores, fate: Fate): Promise<'through' | 'killed'> => {
  const { eventStore } = stores;
  const digests = new PlainDigests();
  const readers = new MailboxReaders(knownAuthorities());
  const tasks = new OtherMeansTasks(eventStore, readers, digests, new SystemClock());
  const router = new RouterReaction(
    { name: 'router-standard', definitions: [definition] },
    new FactAddresses(new EarlierFacts(eventStore), digests),
    mortalTasks(tasks, fate),
    mortal(stores.mailbox, fate),
  );
  try {
    const after = await router.checkpoint();
    for await (const facts of eventStore.readAll({ after, filter: router.filter, batchSize: PER_BATCH })) {
      await router.handle(facts, facts.at(-1)?.position ?? after);
    }
    return 'through';
  } catch (fault) {
    if (!(fault instanceof Killed)) throw fault;
    return 'killed';
  }
};

const folders = temporaryFolders();

describe('a router on disk that is killed again and again', () => {
  it('tells every recipient exactly once, without a gap', async () => {
    const folder = folders();
    const first = await open(folder);
    for (let number = 0; number < FACTS; number += 1) {
      await first.eventStore.append(`placement-${number}`, 'none', [
        aNewFact(`f-${number}`, { data: { number } }),
      ]);
    }

    // every step of a batch is a place to die at: before tasks, between tasks, before and after the delivery
    let lives = 0;
    while ((await live(first, new Fate(lives % 6))) === 'killed') lives += 1;
    expect(lives).toBeGreaterThan(10);

    await first.close();
    const stores = await open(folder);
    const croydon = await stores.mailbox.read(CROYDON, 0, 1000);
    const barnet = await stores.mailbox.read(BARNET, 0, 1000);
    const opened = (await allOf(stores.eventStore.readAll({ filter: { categories: ['task'] } }))).map(
      ({ type, data }) => [type, data['factId']],
    );
    await stores.close();
    const numbers = Array.from({ length: FACTS }, (_, number) => number);
    expect(croydon.map(({ sequence, factId }) => [sequence, factId])).toEqual(
      numbers.map((number) => [number + 1, `f-${number}`]),
    );
    expect(barnet.map(({ sequence, factId }) => [sequence, factId])).toEqual(
      numbers.filter((number) => number % 2 === 0).map((number, at) => [at + 1, `f-${number}`]),
    );
    expect(new Set(opened.map((task) => task.join(' ')))).toEqual(
      new Set(numbers.filter((number) => number % 3 === 0).map((number) => `TaskOpened f-${number}`)),
    );
    expect(opened).toHaveLength(FACTS / 3);
  }, 30_000);
});
