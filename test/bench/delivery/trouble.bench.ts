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
import type { Lane } from './told-notices';

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
type Round = Readonly<{ all: Lag }> & Readonly<Record<Lane, Lag>>;
/** `backMs`: from when all three were well again until they had everything. */
type Pair = Readonly<{ calm: Round; troubled: Round; backMs: number }>;

const lagOf = (taken: readonly Taken[]): Lag => {
  const times = taken.map(({ ms }) => ms);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
};

const roundOf = (taken: readonly Taken[]): Round => {
  const of = (lane: Lane): Lag => lagOf(taken.filter(({ posted }) => posted.lane === lane));
  return { all: lagOf(taken), urgent: of('urgent'), standard: of('standard') };
};

/** Only those whose receivers never have trouble are timed, in both kinds of round. */
const isOther = ({ group }: Readonly<{ group: Group }>): boolean => group === 'well';

const calmRound = async (ground: Ground, seconds: number): Promise<Round> => {
  const posted = await ground.post(mixedNotices(PER_SECOND, seconds));
  await ground.heard.allOf(posted, () => true, ARRIVE_WITHIN_MS);
  return roundOf(await ground.heard.allOf(posted, isOther, ARRIVE_WITHIN_MS));
};

const setTrouble = async ({ receivers }: Ground, isOver: boolean): Promise<void> => {
  for (const [group, how] of Object.entries(TROUBLE))
    await receivers.behave(group as Group, isOver ? 'takes' : how);
};

const troubledRound = async (
  ground: Ground,
  seconds: number,
): Promise<Readonly<{ troubled: Round; backMs: number }>> => {
  await setTrouble(ground, false);
  const posted = await ground.post(mixedNotices(PER_SECOND, seconds));
  const troubled = roundOf(await ground.heard.allOf(posted, isOther, ARRIVE_WITHIN_MS));
  await setTrouble(ground, true);
  const over = performance.now();
  for (const one of ground.subscribers.filter((each) => !isOther(each))) await ground.takeUpAnew(one);
  // throws if anything of what was posted in trouble were lost
  await ground.heard.allOf(posted, () => true, ARRIVE_WITHIN_MS);
  return { troubled, backMs: performance.now() - over };
};

const measure = async (ground: Ground, { rounds, seconds }: Effort): Promise<readonly Pair[]> => {
  const pairs: Pair[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const calm = await calmRound(ground, seconds);
    const pair = { calm, ...(await troubledRound(ground, seconds)) };
    pairs.push(pair);
    const { troubled } = pair;
    say(
      `round ${String(round)} of ${String(rounds)}: p99 calm ${inMs(calm.all.p99)}, in trouble ${inMs(troubled.all.p99)}`,
    );
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
