import { isSameHost } from '@ibex/notifications';
import type { Host } from '@ibex/notifications';
import type { OwnPlacement } from '../exchange/exchange-client.port';
import type { PlacedPeriod } from '../ssda903/child-file';
import type { HeaderRow } from '../ssda903/rows';
import { correctBody, endBody, notifyBody } from './bodies';
import { planned } from './thread';
import type { Thread } from './thread';

export type Pair = Readonly<{ period: PlacedPeriod; held?: OwnPlacement }>;
export type Pairing = Readonly<{ pairs: readonly Pair[]; unpaired: readonly OwnPlacement[] }>;

const sameHost = (one: Host, other: Host): boolean =>
  isSameHost(one, other) || (one.kind === other.kind && (one.kind === 'unknown' || one.kind === 'withheld'));

const sameCarer = (period: PlacedPeriod, held: OwnPlacement): boolean =>
  held.placementType === period.first.place && sameHost(held.host, period.host);

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

const startOf = (period: PlacedPeriod, held: OwnPlacement): string =>
  period.startReason === 'L' && held.startsOn < period.start ? held.startsOn : period.start;

const isCorrected = (period: PlacedPeriod, held: OwnPlacement): boolean =>
  startOf(period, held) !== held.startsOn ||
  held.placementType !== period.first.place ||
  !sameHost(held.host, period.host) ||
  (held.provider ?? '') !== period.first.provider ||
  (held.endedOn !== undefined && held.endedOn !== period.end);

const commandsFor = (
  { period, held }: Pair,
  identity: HeaderRow | undefined,
): readonly ReturnType<typeof planned>[] => {
  const end =
    period.end === undefined ? [] : [planned('placement/end', endBody(period), period.child, period.start)];
  if (!held) return [planned('placement/notify', notifyBody(period, identity)), ...end];
  const as = { ...period, start: startOf(period, held) };
  if (isCorrected(period, held)) return [planned('placement/correct', correctBody(as), held)];
  return held.endedOn === period.end ? [] : [planned('placement/end', endBody(period), held)];
};

/** From periods elsewhere and what the exchange holds of the child to what has to be told. */
export const placementThread = (pair: Pair, identity: HeaderRow | undefined): Thread => ({
  ...(pair.held ? { id: pair.held.id } : {}),
  commands: commandsFor(pair, identity),
  rows: pair.period.lines.map((line) => ({ file: 'episodes', line })),
});
