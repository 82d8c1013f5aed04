import type { Instant } from '@ibex/kernel';
import { firstComplete, partiesOf, standing } from './move.duties';
import type { DutyRule, Standing } from './move.duties';
import type { Place } from './move.events';
import { factsOf, heldSince } from './move.history';
import type { Step } from './move.history';
import type { KnownMove } from './move.state';

type Side = Readonly<{ key: string; text: string; placeOf: (state: KnownMove) => Place }>;

const establish = (steps: readonly Step[], { key, text, placeOf }: Side): Standing | undefined => {
  const opened = steps.find(({ state }) => placeOf(state).kind === 'unknown');
  const now = steps.at(-1)?.state;
  if (!opened || !now || now.phase === 'withdrawn') return undefined;
  const established = heldSince(steps, (state) => placeOf(state).kind !== 'unknown');
  const metAt: Instant | undefined = established?.fact.recordedAt;
  return standing(
    {
      key,
      kind: 'establish-authority',
      text,
      owedBy: now.sender,
      startedAt: opened.fact.recordedAt,
      source: 'Nobody can be told while the authority is unknown; Children Act 2004, ss 10 and 11',
    },
    metAt,
  );
};

export const establishOriginating: DutyRule = (steps) =>
  establish(steps, {
    key: 'establish-originating-authority',
    text: 'Establish where the child comes from, then correct the notice: nobody there has been told.',
    placeOf: ({ move }) => move.fromAuthority,
  });

export const establishReceiving: DutyRule = (steps) =>
  establish(steps, {
    key: 'establish-receiving-authority',
    text: 'Establish where the child has moved to, then correct the notice: nobody there has been told.',
    placeOf: ({ move }) => move.toAuthority,
  });

const isLost = (steps: readonly Step[], { phase, move }: KnownMove): boolean =>
  move.cohort === 'child-protection-plan' &&
  (phase === 'not-arrived'
    ? factsOf(steps, 'MoveNotArrived').at(-1)?.data.whereabouts === 'unknown'
    : phase !== 'withdrawn' && move.toAuthority.kind === 'unknown');

/** A child on a plan whom nobody can find: the alert between custodians of plans goes out at once. */
export const missingFamilyAlert: DutyRule = (steps) => {
  const now = steps.at(-1);
  if (!now || !isLost(steps, now.state)) return undefined;
  const lostSince = heldSince(steps, ({ phase, move }) =>
    phase === 'not-arrived' ? true : move.toAuthority.kind === 'unknown',
  );
  return standing(
    {
      key: 'missing-family-alert',
      kind: 'raise-missing-family-alert',
      text: 'Whereabouts unknown: raise the missing-family alert with every authority and the health service now, tell the police, and keep the alert until it is cancelled.',
      owedBy: partiesOf(now.state).from ?? now.state.sender,
      startedAt: (lostSince ?? now).fact.recordedAt,
      source:
        'London procedure for children missing from care and home, missing-family alert between custodians of child protection plans: immediately (general knowledge, text not verified)',
    },
    undefined,
  );
};

/** Wales, Scotland, Northern Ireland and other countries take no part in the exchange. */
export const tellOutsideEngland: DutyRule = (steps) => {
  const opened = heldSince(
    steps,
    ({ phase, move }) => phase !== 'withdrawn' && move.toAuthority.kind === 'outside-england',
  );
  const from = opened && partiesOf(opened.state).from;
  if (!opened || from === undefined) return undefined;
  return standing(
    {
      key: 'tell-outside-england',
      kind: 'tell-by-other-means',
      text: 'The child moves outside England: tell the authority there by other means, and record the information as supplied.',
      owedBy: from,
      startedAt: opened.fact.recordedAt,
      source: 'Working Together to Safeguard Children; the exchange reaches English authorities only',
    },
    firstComplete(steps)?.data.occurredAt,
  );
};
