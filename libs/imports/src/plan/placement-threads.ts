import type { OwnPlacement } from '../exchange/exchange-client.port';
import type { PlacedPeriod } from '../ssda903/child-file';
import type { HeaderRow } from '../ssda903/rows';
import { endBody, notifyBody } from './bodies';
import { correctionsOf, isSameAnswer } from './placement-corrections';
import { planned } from './thread';
import type { PlannedCommand, Thread } from './thread';

export type Pair = Readonly<{ period: PlacedPeriod; held?: OwnPlacement }>;
export type Pairing = Readonly<{ pairs: readonly Pair[]; unpaired: readonly OwnPlacement[] }>;

const sameCarer = (period: PlacedPeriod, held: OwnPlacement): boolean =>
  held.placementType === period.first.place && isSameAnswer(held.host, period.host);

const touches = (period: PlacedPeriod, held: OwnPlacement): boolean =>
  (held.endedOn === undefined || held.endedOn > period.start) &&
  (period.end === undefined || period.end > held.startsOn);

type Rule = (period: PlacedPeriod, held: OwnPlacement) => boolean;
const RULES: readonly Rule[] = [
  (period, held) => held.startsOn === period.start && sameCarer(period, held),
  (period, held) => held.startsOn === period.start,
  // next year's return begins with the legal change of last spring: the stay itself began earlier and is known
  (period, held) =>
    period.startReason === 'L' &&
    held.startsOn < period.start &&
    sameCarer(period, held) &&
    touches(period, held),
  // the start was corrected
  (period, held) => sameCarer(period, held) && touches(period, held),
];

/** Finds for each period the placement that the exchange holds of it: by its start, else by what it must have been. */
export const pairUp = (periods: readonly PlacedPeriod[], held: readonly OwnPlacement[]): Pairing => {
  const found = new Map<PlacedPeriod, OwnPlacement>();
  const free = new Set(held);
  for (const rule of RULES) {
    for (const period of periods) {
      if (found.has(period)) continue;
      const match = [...free].find((placement) => rule(period, placement));
      if (!match) continue;
      found.set(period, match);
      free.delete(match);
    }
  }
  const pairs = periods.map((period) => {
    const match = found.get(period);
    return match ? { period, held: match } : { period };
  });
  return { pairs, unpaired: [...free] };
};

const commandsFor = (
  { period, held }: Pair,
  identity: HeaderRow | undefined,
  returnTo: string,
): readonly PlannedCommand[] => {
  const ends = period.end === undefined ? [] : [endBody(period)];
  if (!held) {
    const opens = planned('placement/notify', notifyBody(period, identity));
    return [opens, ...ends.map((body) => planned('placement/end', body, opens.key))];
  }
  const corrections = held.moved ? {} : correctionsOf(period, held, returnTo);
  return [
    ...(Object.keys(corrections).length === 0 ? [] : [planned('placement/correct', corrections, held)]),
    ...(held.endedOn === undefined ? ends.map((body) => planned('placement/end', body, held)) : []),
  ];
};

/** From a period elsewhere and what the exchange holds of it to what has to be told. */
export const placementThread = (pair: Pair, identity: HeaderRow | undefined, returnTo: string): Thread => ({
  ...(pair.held ? { id: pair.held.id } : {}),
  commands: commandsFor(pair, identity, returnTo),
  rows: pair.period.lines.map((line) => ({ file: 'episodes', line })),
});
