import type { OwnMissing } from '../exchange/exchange-client.port';
import type { PlacedMissing } from '../ssda903/child-file';
import type { HeaderRow } from '../ssda903/rows';
import { foundBody, reportBody } from './bodies';
import { planned } from './thread';
import type { PlannedCommand, Thread } from './thread';

export type MissingPair = Readonly<{ episode: PlacedMissing; held?: OwnMissing }>;
export type MissingPairing = Readonly<{ pairs: readonly MissingPair[]; unpaired: readonly OwnMissing[] }>;

type Rule = (episode: PlacedMissing, held: OwnMissing) => boolean;
const RULES: readonly Rule[] = [
  (episode, held) =>
    held.startedOn === episode.start && held.missing === episode.kind && (held.endedOn ?? '') === episode.end,
  (episode, held) => held.startedOn === episode.start && held.missing === episode.kind,
  (episode, held) => held.startedOn === episode.start,
  // the first day was corrected
  (episode, held) => episode.end !== '' && held.endedOn === episode.end && held.missing === episode.kind,
];

/** By the day on which it began; several of one day by kind and end. */
export const pairUpMissing = (
  episodes: readonly PlacedMissing[],
  held: readonly OwnMissing[],
): MissingPairing => {
  const found = new Map<PlacedMissing, OwnMissing>();
  const free = new Set(held);
  for (const rule of RULES) {
    for (const episode of episodes) {
      const match = found.has(episode) ? undefined : [...free].find((one) => rule(episode, one));
      if (!match) continue;
      found.set(episode, match);
      free.delete(match);
    }
  }
  const pairs = episodes.map((episode) => {
    const match = found.get(episode);
    return match ? { episode, held: match } : { episode };
  });
  return { pairs, unpaired: [...free] };
};

/** What the return says otherwise. A return that has no end takes none away: the child may be back since. */
const correctionsOf = (episode: PlacedMissing, held: OwnMissing): Readonly<Record<string, unknown>> => ({
  ...(held.missing === episode.kind ? {} : { kind: episode.kind }),
  ...(held.startedOn === episode.start ? {} : { lastSeen: { on: episode.start } }),
  ...(held.endedOn === undefined || episode.end === '' || held.endedOn === episode.end
    ? {}
    : { end: { when: { on: episode.end } } }),
});

const commandsFor = (
  { episode, held }: MissingPair,
  identity: HeaderRow | undefined,
): readonly PlannedCommand[] => {
  if (!held) return [planned('missing/report', reportBody(episode, identity))];
  const corrections = correctionsOf(episode, held);
  return [
    ...(Object.keys(corrections).length === 0 ? [] : [planned('missing/correct', corrections, held)]),
    ...(held.endedOn === undefined && held.closed !== true && episode.end !== ''
      ? [planned('missing/found', foundBody(episode), held)]
      : []),
  ];
};

export const missingThread = (pair: MissingPair, identity: HeaderRow | undefined): Thread => ({
  ...(pair.held ? { id: pair.held.id } : {}),
  commands: commandsFor(pair, identity),
  rows: [{ file: 'missing', line: pair.episode.line }],
});
