import type { RecordedFact } from '@ibex/kernel';
import type { StandingRow } from './standing.schema';

type Of = Readonly<Pick<StandingRow, 'entryId' | 'authority' | 'sequence'>>;
/** What was done about an entry, by whom, when. */
export type Done = Readonly<{ action: string; reason?: string; at: string; person: string; role: string }>;

const untouched = (of: Of): StandingRow => ({
  ...of,
  ...{ openedAt: null, openedBy: null, openedRole: null },
  ...{ acknowledgedAt: null, acknowledgedBy: null, acknowledgedRole: null },
  ...{ actions: '[]', asked: 0, answered: 0 },
});

export const actionsIn = ({ actions }: Pick<StandingRow, 'actions'>): readonly Done[] =>
  JSON.parse(actions) as readonly Done[];

const opened = (row: StandingRow, { recordedAt, metadata }: RecordedFact): StandingRow => ({
  ...row,
  openedAt: row.openedAt ?? recordedAt,
  openedBy: row.openedBy ?? metadata.actor.person,
  openedRole: row.openedRole ?? metadata.actor.role,
});

/** Whoever takes an entry on first is who has it. */
const takenOn = (row: StandingRow, { recordedAt, metadata }: RecordedFact): StandingRow => ({
  ...row,
  acknowledgedAt: row.acknowledgedAt ?? recordedAt,
  acknowledgedBy: row.acknowledgedBy ?? metadata.actor.person,
  acknowledgedRole: row.acknowledgedRole ?? metadata.actor.role,
});

const acted = (row: StandingRow, fact: RecordedFact): StandingRow => {
  const { action, reason } = fact.data;
  const { person, role } = fact.metadata.actor;
  const done: Done = {
    action: String(action),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...{ at: fact.recordedAt, person, role },
  };
  // whoever acts has taken it on
  return { ...takenOn(row, fact), actions: JSON.stringify([...actionsIn(row), done]) };
};

type Step = (row: StandingRow, fact: RecordedFact) => StandingRow;
const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['NoticeOpened', opened],
  ['NoticeAcknowledged', takenOn],
  ['ActionRecorded', acted],
  ['QueryAsked', (row) => ({ ...row, asked: row.asked + 1 })],
  ['QueryAnswered', (row) => ({ ...row, answered: row.answered + 1 })],
]);
export const changesStanding = ({ type }: Pick<RecordedFact, 'type'>): boolean => STEPS.has(type);

const entryOf = ({ stream, data }: RecordedFact): Of => ({
  entryId: stream.slice('delivery-'.length),
  authority: String(data['authority']),
  sequence: Number(data['sequence']),
});

/** Where its authority stands with an entry; undefined before it was delivered, when nobody can have touched it. */
export const standingIn = (facts: readonly RecordedFact[]): StandingRow | undefined => {
  const delivered = facts.find(({ type }) => type === 'NoticeDelivered');
  if (!delivered) return undefined;
  return facts.reduce((row, fact) => STEPS.get(fact.type)?.(row, fact) ?? row, untouched(entryOf(delivered)));
};
