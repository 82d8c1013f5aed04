import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadPostcodeTable } from '../../commands/import.commands';
import { startSplit } from '../../engines/split';
import type { Split } from '../../engines/split';
import { sessionAt } from '../../exchange/session';
import type { Session } from '../../exchange/session';
import { say, tableOf } from '../../output';
import { importAll, showDesks } from '../boroughs-story';
import { playMissingStory } from '../missing-story';
import { DEMO_BOROUGHS, writeSmallLondon } from '../small-london';
import { untilInterrupted } from '../until-interrupted';
import { BoroughSystem } from './borough-system';
import { playRelayKilled } from './relay-story';
import { showWhatRuns, showWhereToLook } from './surroundings';

export type EnginesDemoOptions = Readonly<{
  exit: boolean;
  /** Servers to use instead of starting some. */
  eventStore?: string;
  postgres?: string;
  kafka?: string;
}>;

const VIEWS_PATIENCE_MS = 30_000;

const sessionWith = (split: Split): Session => {
  const [intake] = split.of('intake-api');
  const [views] = split.of('view-api');
  if (!intake || !views) throw new Error('an app is missing');
  const tokenFor: Session['tokenFor'] = (authority, role) =>
    split.tokenFor(authority, role, role === 'system-client' ? 'case-system' : 'command-line');
  return sessionAt({ commands: intake.url, questions: views.url }, tokenFor, () => split.stopAll());
};

/** Until everything that follows the log stands at one place: the views then show all that was posted. */
const untilViewsStand = async (session: Session): Promise<void> => {
  const operator = await session.apiFor('E09000007', 'operator');
  const until = performance.now() + VIEWS_PATIENCE_MS;
  for (let before = -1; performance.now() < until;) {
    await pause(200);
    const { followers } = (await operator.get('/v1/views')) as {
      followers: readonly { position?: number }[];
    };
    const places = new Set(followers.map(({ position }) => position));
    const [place = -1] = places;
    if (places.size === 1 && place === before) return;
    before = place;
  }
};

const showSystems = (systems: readonly BoroughSystem[]): void => {
  const rows = systems.map(({ borough, authority, handled }) => ({
    borough,
    topic: `ibex.notices.${authority}`,
    'opened with its own token': handled.filter(({ isDetailShown }) => isDetailShown).length,
    acknowledged: handled.length,
  }));
  say(
    tableOf(rows, ['borough', 'topic', 'opened with its own token', 'acknowledged']).replaceAll(
      /^/gm,
      '    ',
    ),
  );
};

/** Until every system has handled whatever its mailbox holds. */
const untilSystemsStand = async (session: Session, systems: readonly BoroughSystem[]): Promise<void> => {
  const until = performance.now() + VIEWS_PATIENCE_MS;
  for (const { authority, handled } of systems) {
    const desk = await session.apiFor(authority, 'duty-desk');
    for (let known = 0; performance.now() < until;) {
      known = handled.reduce((most, { sequence }) => Math.max(most, sequence), 0);
      const page = (await desk.get(`/v1/inbox?after=${known}&limit=1`)) as { entries: readonly unknown[] };
      if (page.entries.length === 0 && handled.length === known) break;
      await pause(50);
    }
  }
};

type Stage = Readonly<{ split: Split; session: Session; systems: readonly BoroughSystem[]; folder: string }>;

const tell = async ({ split, session, systems, folder }: Stage): Promise<void> => {
  const london = await writeSmallLondon(join(folder, 'london'));
  await loadPostcodeTable(folder, london.postcodes);
  say(
    '\n2. Each borough imports its return through intake-api; only what concerns another authority is posted',
  );
  await importAll(session, folder, london);
  await untilSystemsStand(session, systems);
  await untilViewsStand(session);
  say(
    '\n3. What every borough’s own system has read from its Kafka topic meanwhile, opened and acknowledged',
  );
  showSystems(systems);
  say('\n   and what its people see at view-api');
  await showDesks(session);
  say(
    '\n4. A missing child, as the boroughs’ systems hear of it: time from the post to the Kafka consumer, and to',
  );
  say(
    '   its acknowledgement once it has fetched the detail (the topic carries only what, why, by when and a link)',
  );
  const openSystem = (_: Session, __: string, gss: string): Promise<BoroughSystem> => {
    const found = systems.find(({ authority }) => authority === gss);
    return found ? Promise.resolve(found) : Promise.reject(new Error(`no system reads for ${gss}`));
  };
  await playMissingStory(session, openSystem);
  say('\n5. A relay dies in the middle');
  await playRelayKilled(split, session, systems);
  say('\n6. Where to look');
  showWhereToLook(split, systems);
};

const showDoors = async (session: Session): Promise<void> => {
  say(`\nEverything stays up. Press Ctrl-C to end it; its folder is then removed.`);
  say(`\n    TOKEN_CROYDON='${await session.tokenFor('E09000008', 'duty-desk')}'`);
  say(`\n    Try: curl -H "authorization: Bearer $TOKEN_CROYDON" '${session.url}/v1/inbox?after=0&limit=5'`);
  say(`         curl -N -H "authorization: Bearer $TOKEN_CROYDON" ${session.url}/v1/inbox/stream`);
};

const startAll = async (options: EnginesDemoOptions): Promise<Split> => {
  const begun = performance.now();
  say(
    '1. Starting PostgreSQL, Kafka, an event store and two of each app, on loopback and in a temporary folder …',
  );
  const split = await startSplit({
    ...options,
    members: DEMO_BOROUGHS.map(({ gss }) => gss),
    onSaid: (line) => process.stderr.write(`    ${line}\n`),
  }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${reason}\nThe same story on embedded stores needs no servers: npm run demo`, { cause });
  });
  say(`   Up after ${((performance.now() - begun) / 1000).toFixed(1)} seconds\n`);
  showWhatRuns(split);
  return split;
};

/** A story that was broken off may still be asking again for what is gone: nobody waits for that. */
const leave = (): void => {
  setTimeout(() => process.exit(), 100);
};

/** The demo's story on real PostgreSQL and Kafka, split over processes, with a consumer for each borough. */
export const runEnginesDemo = async (options: EnginesDemoOptions): Promise<void> => {
  const begun = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'ibex-demo-'));
  const interrupted = untilInterrupted();
  try {
    say('IBEX, the inter-borough exchange, split over processes on production engines.');
    say('Every name, child and postcode below is invented.\n');
    const split = await startAll(options);
    const session = sessionWith(split);
    const systems = DEMO_BOROUGHS.map(
      ({ name, gss }) =>
        new BoroughSystem({ name, authority: gss, brokers: split.engines.addresses.kafka, session }),
    );
    try {
      for (const system of systems) system.start();
      const told = tell({ split, session, systems, folder }).then(async () => {
        say(`\nTold in ${((performance.now() - begun) / 1000).toFixed(1)} seconds.`);
        if (options.exit) return;
        await showDoors(session);
        await interrupted;
      });
      await Promise.race([told, interrupted.then(() => say('\nStopping …'))]);
      // what a Ctrl-C breaks off is no fault
      told.catch(() => undefined);
    } finally {
      await Promise.all(systems.map((system) => system.stop()));
      await session.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    leave();
  }
};
