import { foldOf } from '@ibex/kernel';
import type { DeadlineRule } from '@ibex/kernel';
import { onAcknowledged, onCorrected, onWithdrawn } from './amendment.deadlines';
import { onClosed, onDiscussed, onFound, onReported, onUpdated } from './episode.deadlines';
import { onDeclined, onHeld, onOffered } from './interview.deadlines';
import { isMissingFact } from './missing.events';
import type { MissingFactType } from './missing.events';
import type { Recorded } from './missing.history';
import { evolveMissing, initialMissing } from './missing.state';
import type { MissingState } from './missing.state';
import { acknowledgements } from './missing.turn';
import type { Changes, Turn } from './missing.turn';

/** Where the clocks of one episode stand after a fact, and what that fact changed. */
type Clocks = Readonly<{ state: MissingState; open: readonly string[]; changes: Changes }>;

const RULES: { readonly [T in MissingFactType]: (turn: Turn<T>) => Changes } = {
  MissingReported: onReported,
  MissingUpdated: onUpdated,
  MissingSighted: acknowledgements,
  MissingFound: onFound,
  MissingInterviewOffered: onOffered,
  MissingInterviewAccepted: () => [],
  MissingInterviewHeld: onHeld,
  MissingInterviewDeclined: onDeclined,
  MissingStrategyDiscussed: onDiscussed,
  MissingClosed: onClosed,
  MissingCorrected: onCorrected,
  MissingWithdrawn: onWithdrawn,
  MissingAcknowledged: onAcknowledged,
};

const changesOf = <T extends MissingFactType>(type: T, turn: Turn<T>): Changes => RULES[type](turn);

const stillOpen = (open: readonly string[], changes: Changes): readonly string[] =>
  changes.reduce<readonly string[]>((keys, { change, key }) => {
    const others = keys.filter((other) => other !== key);
    return change === 'opened' ? [...others, key] : others;
  }, open);

const tick = ({ state: before, open }: Clocks, fact: Recorded): Clocks => {
  const after = evolveMissing(before, fact);
  if (after.phase === 'unknown') return { state: after, open, changes: [] };
  const changes = changesOf(fact.type, { fact, before, after, open });
  return { state: after, open: stillOpen(open, changes), changes };
};

const START: Clocks = { state: initialMissing, open: [], changes: [] };
const clocksBefore = foldOf<Clocks>(START, (clocks, fact) =>
  isMissingFact(fact) ? tick(clocks, fact) : clocks,
);

/** Duties of a missing episode: answers of those told, the return interview, copies to put right. */
export const missingDeadlines: DeadlineRule = (fact, earlier) =>
  isMissingFact(fact) ? tick(clocksBefore(earlier), fact).changes : [];
