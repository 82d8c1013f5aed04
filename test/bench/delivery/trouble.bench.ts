import type { Behaviour, Group } from '../../support/receivers/receiver.orders';
import { told } from '../engines/told';
import { median } from '../figure';
import type { Figure } from '../figure';
import { figure, percentile } from '../report';
import type { Effort } from './effort';
import { Ground } from './ground';
import type { Taken } from './heard-by-receivers';
import { inMs, say } from './progress';
import { mixedNotices } from './told-notices';
import type { Lane, Posted } from './told-notices';

const PER_SECOND = 50;
const ARRIVE_WITHIN_MS = 120_000;
const MOST_SLOWER = 1.2;
const LANES: readonly Lane[] = ['urgent', 'standard'];

const TROUBLE: Readonly<Partial<Record<Group, Behaviour>>> = {
  down: 'refuses',
  slow: 'dawdles',
  flapping: 'flaps',
};

type Lag = Readonly<{ p50: number; p99: number }>;
/** `load`: processors that the exchange kept busy meanwhile. */
type Round = Readonly<{ all: Lag; load: number }> & Readonly<Record<Lane, Lag>>;
type Troubled = Readonly<{ troubled: Round; backMs: number }>;
/** `backMs`: from when all three were well again until they had everything. */
type Pair = Troubled & Readonly<{ calm: Round }>;

const lagOf = (taken: readonly Taken[]): Lag => {
  const times = taken.map(({ ms }) => ms);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
};

const roundOf = (taken: readonly Taken[], load: number): Round => {
  const of = (lane: Lane): Lag => lagOf(taken.filter(({ posted }) => posted.lane === lane));
  return { load, all: lagOf(taken), urgent: of('urgent'), standard: of('standard') };
};

/** Only those whose receivers never have trouble are timed, in both kinds of round. */
const isOther = ({ group }: Readonly<{ group: Group }>): boolean => group === 'well';

/** Posts, and waits until all others have everything. */
const timed = async (
  ground: Ground,
  seconds: number,
): Promise<Readonly<{ posted: readonly Posted[]; round: Round }>> => {
  const [begun, usedMs] = [performance.now(), ground.cpuMs];
  const posted = await ground.post(mixedNotices(PER_SECOND, seconds));
  const load = (ground.cpuMs - usedMs) / (performance.now() - begun);
  return { posted, round: roundOf(await ground.heard.allOf(posted, isOther, ARRIVE_WITHIN_MS), load) };
};

const calmRound = async (ground: Ground, seconds: number): Promise<Round> => {
  const { posted, round } = await timed(ground, seconds);
  await ground.heard.allOf(posted, () => true, ARRIVE_WITHIN_MS);
  return round;
};

const setTrouble = async ({ receivers }: Ground, isOver: boolean): Promise<void> => {
  for (const [group, how] of Object.entries(TROUBLE))
    await receivers.behave(group as Group, isOver ? 'takes' : how);
};

const troubledRound = async (ground: Ground, seconds: number): Promise<Troubled> => {
  await setTrouble(ground, false);
  const { posted, round: troubled } = await timed(ground, seconds);
  await setTrouble(ground, true);
  const over = performance.now();
  for (const one of ground.subscribers.filter((each) => !isOther(each))) await ground.takeUpAnew(one);
  // throws if anything of what was posted in trouble were lost
  await ground.heard.allOf(posted, () => true, ARRIVE_WITHIN_MS);
  return { troubled, backMs: performance.now() - over };
};

/** Now the one first and now the other, so that whatever the machine is slowly coming to falls on both. */
const onePair = async (ground: Ground, seconds: number, isCalmFirst: boolean): Promise<Pair> => {
  if (isCalmFirst)
    return { calm: await calmRound(ground, seconds), ...(await troubledRound(ground, seconds)) };
  const troubled = await troubledRound(ground, seconds);
  return { ...troubled, calm: await calmRound(ground, seconds) };
};

const measure = async (ground: Ground, { rounds, seconds }: Effort): Promise<readonly Pair[]> => {
  const pairs: Pair[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const pair = await onePair(ground, seconds, round % 2 === 1);
    pairs.push(pair);
    const [calm, troubled] = [inMs(pair.calm.all.p99), inMs(pair.troubled.all.p99)];
    say(`round ${String(round)} of ${String(rounds)}: p99 calm ${calm}, in trouble ${troubled}`);
  }
  return pairs;
};

const perLane = (pairs: readonly Pair[]): readonly Figure[] =>
  (['p50', 'p99'] as const).flatMap((which) =>
    LANES.flatMap((lane) => {
      const [calm, troubled] = [
        median(pairs.map((pair) => pair.calm[lane][which])),
        median(pairs.map((pair) => pair.troubled[lane][which])),
      ];
      const name = `post to a webhook's receiver, lane ${lane}, ${which}`;
      return [
        told(`${name}, calm`, [calm, 'ms'], { what: 'beside the next line' }),
        told(`${name}, others in trouble`, [troubled, 'ms'], {
          what: 'ratio: against the calm rounds',
          ratio: troubled / calm,
        }),
      ];
    }),
  );

const toFigures = (pairs: readonly Pair[], { counts }: Ground['heard']): readonly Figure[] => {
  const ratio = median(pairs.map(({ calm, troubled }) => troubled.all.p99 / calm.all.p99));
  const share = (100 * counts.repeated) / counts.taken;
  return [
    figure(
      'one webhook down, one slow, one flapping at 50 notices a second: p99 of all others, against calm rounds',
      [ratio, 'times'],
      { under: MOST_SLOWER },
    ),
    ...perLane(pairs),
    told(
      'those in trouble have everything once well and taken up anew',
      [median(pairs.map(({ backMs }) => backMs)) / 1000, 's'],
      { what: 'none lost' },
    ),
    told(
      'processors that the exchange keeps busy in calm rounds',
      [median(pairs.map(({ calm }) => calm.load)), 'processors'],
      {
        what: 'all its threads; not moved by what else the machine does',
      },
    ),
    told('messages that receivers got more than once', [share, '%'], { what: 'with the same id' }),
  ];
};

/** 33 boroughs, three webhooks each, 50 notices a second; calm rounds and rounds with trouble take turns. */
export const troubleFigures = async (effort: Effort): Promise<readonly Figure[]> => {
  const ground = await Ground.open();
  try {
    return toFigures(await measure(ground, effort), ground.heard);
  } finally {
    await ground.close();
  }
};
