import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { topicOf } from '@ibex/adapters/kafka';
import { AUTHORITIES } from '../load';
import { FaultGround, tell, toldOf, within } from './fault-ground';
import { ROUNDS, TEST_MS, WHOLE_WITHIN_MS } from './length';
import { cursorsOf, headsOf } from './what-stands';

/** The disk is a piece of memory, which only root may mount: without root the broker does not start, and says so. */
const SMALL_DISK = ['--small-disk', '24', '--set', 'log.index.size.max.bytes=65536'];

let ground: FaultGround;
beforeAll(async () => {
  ground = await FaultGround.open({
    counts: { 'intake-api': 1, relay: 1, 'view-api': 1 },
    kafkaFlags: SMALL_DISK,
  });
}, 120_000);
afterAll(() => ground.close(), 60_000);

const ballastOn = (disk: string): string => join(disk, 'ballast');

/** Takes every last page. */
const fill = (disk: string): void => {
  const file = openSync(ballastOn(disk), 'w');
  try {
    for (let piece = Buffer.alloc(1_048_576); piece.length > 0;) {
      try {
        writeSync(file, piece);
      } catch {
        piece = piece.subarray(0, Math.floor(piece.length / 2));
      }
    }
  } finally {
    closeSync(file);
  }
};

/** Brokers spread topics over their disks. */
const onSmallDisk = (disk: string): readonly string[] => {
  const there = readdirSync(join(disk, 'data'));
  return AUTHORITIES.filter((authority) => there.includes(`${topicOf(authority)}-0`));
};

describe('a split whose broker has a full disk', () => {
  it(
    'takes notices in, brings them to the topics that have room, and to the others once there is room again',
    async () => {
      const { kafka } = ground.split.engines;
      const disk = kafka?.smallDisk ?? '';
      const crowded = onSmallDisk(disk);
      expect(crowded.length).toBeGreaterThan(0);
      expect(crowded.length).toBeLessThan(AUTHORITIES.length);
      for (let round = 0; round < ROUNDS; round += 1) {
        const outcome = await ground.through({
          begin: () => {
            fill(disk);
            return Promise.resolve();
          },
          whileAway: () => onlyTheseWait(crowded),
          end: async () => {
            rmSync(ballastOn(disk));
            await kafka?.halt();
            await kafka?.start();
          },
          lastsMs: 0,
        });
        tell(toldOf('disk of the broker full', outcome));
        expect(Object.keys(outcome.answers)).toEqual(['201']);
      }
    },
    TEST_MS,
  );

  it(
    'has kept every acknowledged notice once, in every mailbox and topic, in order per child',
    async () => {
      expect(await ground.broken()).toEqual([]);
      expect(ground.load.acknowledged).toBeGreaterThan(50);
    },
    TEST_MS,
  );
});

/** The crowded topics stand still while the others take what has been put into their mailboxes by now. */
const onlyTheseWait = async (crowded: readonly string[]): Promise<void> => {
  const url = ground.databaseUrl;
  const until = performance.now() + WHOLE_WITHIN_MS;
  await within(until, 'topics without room did not stand still', async () => {
    const [heads, cursors] = [await headsOf(url), await cursorsOf(url)];
    await pause(1_500);
    const later = await cursorsOf(url);
    return crowded.every(
      (authority) =>
        later.get(authority) === cursors.get(authority) &&
        (later.get(authority) ?? 0) < (heads.get(authority) ?? 0),
    );
  });
  const owed = await headsOf(url);
  await within(until, 'topics with room did not take what is theirs', async () => {
    const cursors = await cursorsOf(url);
    const others = [...owed].filter(([authority]) => !crowded.includes(authority));
    return others.every(([authority, head]) => (cursors.get(authority) ?? 0) >= head);
  });
};
