import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Split } from '../../engines/split';
import type { Session } from '../../exchange/session';
import { say, tableOf } from '../../output';
import type { BoroughSystem, Handled } from './borough-system';

type Posted = Readonly<{ recordRef: string; to: BoroughSystem; atMs: number }>;

const CAMDEN = 'E09000007';
const NOTIFIED = 'uk.ibex.placement.notified';
const EACH = 3;
/** What is brought again after a crash comes at once; this long nothing more has to come. */
const QUIET_MS = 1_500;

const placementIn = (host: string, number: number): Readonly<Record<string, unknown>> => ({
  child: {
    localId: `CAM-${String(9000 + number)}`,
    forename: 'Invented',
    surname: `Child ${number}`,
    dateOfBirth: '2012-04-05',
  },
  notice: 'planned',
  startsOn: new Date().toISOString().slice(0, 10),
  host,
  placementType: 'U6',
});

const sinceMs = ({ atMs }: Posted, entry: Handled): number => Math.round(entry.atMs - atMs);

const tellOf = async (
  system: BoroughSystem,
  posted: readonly Posted[],
): Promise<Readonly<Record<string, unknown>>> => {
  const own = posted.filter(({ to }) => to === system);
  const entries = await Promise.all(own.map(({ recordRef }) => system.about(recordRef, NOTIFIED)));
  const times = own.map(
    ({ recordRef }) => system.handled.filter((entry) => entry.recordRef === recordRef).length,
  );
  const waits = own.map((each, i) => {
    const entry = entries[i];
    return entry === undefined ? 0 : sinceMs(each, entry);
  });
  return {
    borough: system.borough,
    posted: own.length,
    arrived: entries.length,
    'handled once': times.filter((count) => count === 1).length,
    'longest wait': `${Math.max(...waits)} ms`,
  };
};

/** Posts to every borough, kills a relay without warning in the middle, and shows what the boroughs' systems got. */
export const playRelayKilled = async (
  split: Split,
  session: Session,
  systems: readonly BoroughSystem[],
): Promise<void> => {
  const camden = await session.apiFor(CAMDEN, 'placing-practitioner');
  const hosts = systems.filter(({ authority }) => authority !== CAMDEN);
  const [victim] = split.of('relay');
  if (!victim) throw new Error('there is no relay to kill');
  const posted: Posted[] = [];
  const postToAll = async (round: number): Promise<void> => {
    for (const [i, to] of hosts.entries()) {
      const atMs = performance.now();
      const body = placementIn(to.authority, round * hosts.length + i);
      const { recordRef } = (await camden.post('/v1/placements', body, randomUUID())) as {
        recordRef: string;
      };
      posted.push({ recordRef, to, atMs });
    }
  };
  for (let round = 0; round < EACH; round += 1) await postToAll(round);
  const { pid } = victim;
  await victim.kill('SIGKILL');
  say(`  Killed ${victim.name} (pid ${pid}, SIGKILL: it could not finish anything). Camden goes on posting`);
  for (let round = EACH; round < 2 * EACH; round += 1) await postToAll(round);
  const rows = await Promise.all(hosts.map((system) => tellOf(system, posted)));
  await pause(QUIET_MS);
  const columns = ['borough', 'posted', 'arrived', 'handled once', 'longest wait'];
  say(tableOf(rows, columns).replaceAll(/^/gm, '    '));
  const repeats = hosts.reduce((sum, system) => sum + system.repeats, 0);
  say(
    '    The longest wait is that for the dead relay’s lease to run out: until then nobody else may do its share of the work.\n' +
      `    Kafka brought ${repeats === 0 ? 'nothing' : repeats} twice this time. A repeat is what the broker held and the relay had not ticked off\n` +
      '    when it died; the subscriber knows it by its id and drops it.',
  );
  await victim.start();
  say(`  Started ${victim.name} again (pid ${victim.pid}); the two share the work once more`);
};
