import { listenToAll } from '../listeners';
import { told } from '../engines/told';
import { median } from '../figure';
import type { Figure } from '../figure';
import { figure, percentile } from '../report';
import type { Effort } from './effort';
import { Ground } from './ground';
import { inMs, say } from './progress';
import { LONDON, missingFrom, mixedNotices, placementFrom } from './told-notices';
import type { Planned, Posted } from './told-notices';

const USUAL_PER_SECOND = 50;
/** One borough posts fifty times what one of 33 usually does. */
const FLOOD_PER_SECOND = Math.ceil((50 * USUAL_PER_SECOND) / LONDON.length);
const MISSING_PER_SECOND = 10;
const FLOODING = 'E09000005';
/** Told of the whole flood and of every second missing child. */
const FLOODED = 'E09000006';
const ARRIVE_WITHIN_MS = 120_000;
const MOST_MS = 1_000;

/** From when a notice about a missing child was due to be posted: p99 of each kind of place where it is to appear. */
type Round = Readonly<{ both: number; night: number; stream: number; standard: number }>;

const each = (count: number, make: (turn: number, afterMs: number) => Planned, perSecond: number) =>
  Array.from({ length: count }, (_, turn) => make(turn, (turn * 1000) / perSecond));

const missing = (turn: number, afterMs: number): Planned => {
  const host = turn % 2 === 0 ? FLOODED : (LONDON[(turn * 7) % LONDON.length] ?? FLOODED);
  const from = LONDON[(turn * 5 + 8) % LONDON.length] ?? '';
  // whoever sends is not told
  return missingFrom(from === host || from === FLOODING ? 'E09000033' : from, host, afterMs);
};

const planOf = (seconds: number, isFlooded: boolean): readonly Planned[] => {
  const flood = (_: number, afterMs: number): Planned => placementFrom(FLOODING, FLOODED, afterMs);
  return [
    ...mixedNotices(USUAL_PER_SECOND, seconds).filter(({ lane }) => lane === 'standard'),
    ...each(seconds * MISSING_PER_SECOND, missing, MISSING_PER_SECOND),
    ...(isFlooded ? each(seconds * FLOOD_PER_SECOND, flood, FLOOD_PER_SECOND) : []),
  ];
};

const oneRound = async (ground: Ground, plan: readonly Planned[]): Promise<Round> => {
  const streams = await listenToAll(ground.url, ground.desks);
  try {
    const posted = await ground.post(plan);
    const taken = await ground.heard.allOf(posted, () => true, ARRIVE_WITHIN_MS);
    const urgent = taken.filter((one) => one.posted.lane === 'urgent');
    const p99 = (times: readonly number[]): number => percentile(times, 0.99);
    const ofKind = (kind: string): number =>
      p99(urgent.filter(({ by }) => by.kind === kind).map(({ ms }) => ms));
    const heardAfter = ({ detail, dueMs }: Posted): number => (streams.at(detail) ?? Number.NaN) - dueMs;
    return {
      both: ofKind('all'),
      night: ofKind('night'),
      // by the time that every webhook was taken, the stream has it
      stream: p99(posted.filter(({ lane }) => lane === 'urgent').map(heardAfter)),
      standard: p99(taken.filter((one) => one.posted.lane === 'standard').map(({ ms }) => ms)),
    };
  } finally {
    streams.stop();
  }
};

const PLACES = [
  ['both', 'webhook that gets both lanes'],
  ['night', 'webhook for what is urgent alone'],
  ['stream', 'event stream of the inbox'],
] as const;

const toFigures = (calm: readonly Round[], flooded: readonly Round[]): readonly Figure[] => [
  ...PLACES.flatMap(([place, name]) => {
    const [before, during] = [calm, flooded].map((rounds) => median(rounds.map((round) => round[place])));
    return [
      figure(`missing child to ${name} under a flood of 50 shares by one borough, p99`, [during ?? 0, 'ms'], {
        under: MOST_MS,
      }),
      told(`the same without the flood`, [before ?? 0, 'ms'], { what: 'beside the line above' }),
    ];
  }),
  told(
    'placements to webhooks under the flood, p99',
    [median(flooded.map(({ standard }) => standard)), 'ms'],
    {
      what: 'lane standard, flood included',
    },
  ),
];

/** One borough floods another with placements; missing children from everybody else have to get through. */
export const floodFigures = async ({ rounds, seconds }: Effort): Promise<readonly Figure[]> => {
  const ground = await Ground.open();
  try {
    const [calm, flooded]: readonly [Round[], Round[]] = [[], []];
    // a third of the time of a round with trouble: a flood does not grow into anything
    const short = Math.ceil(seconds / 3);
    for (let round = 1; round <= rounds; round += 1) {
      calm.push(await oneRound(ground, planOf(short, false)));
      const during = await oneRound(ground, planOf(short, true));
      flooded.push(during);
      say(`round ${String(round)} of ${String(rounds)}: missing p99 under the flood ${inMs(during.both)}`);
    }
    return toFigures(calm, flooded);
  } finally {
    await ground.close();
  }
};
