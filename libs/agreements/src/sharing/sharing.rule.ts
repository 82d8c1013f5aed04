import { URGENCIES } from '@ibex/kernel';
import type { Addressee, RecordedFact, Urgency } from '@ibex/kernel';
import { asksForAge, covers } from '../domain/agreement.terms';
import type { Clause, Terms } from '../domain/agreement.terms';
import { tellersOf } from './tellers.rule';
import type { Teller } from './tellers.rule';

/** A version in force. `parties`: those of it that have not left. */
export type InForce = Readonly<{ id: string; version: number; terms: Terms; parties: readonly string[] }>;

/**
 * One fact of a notice as agreements see it. `told`: whom law names. `urgency`: to a party that no law names; undefined
 * where it is not told at all. `agreements`: those in force at its recording, by id.
 */
export type Step = Readonly<{
  fact: Pick<RecordedFact, 'metadata'>;
  type: string;
  told: readonly Addressee[];
  urgency: Urgency | undefined;
  age: number | undefined;
  agreements: readonly InForce[];
}>;

/** By authority: under what it could be told of the notice so far, in the order in which that came up. */
type Told = ReadonlyMap<string, readonly Opening[]>;
type Opening = Readonly<{ agreement: InForce; clause: Clause; tells: string }>;

const rank = (urgency: Urgency): number => URGENCIES.indexOf(urgency);

/** Nobody is told more urgently under an agreement than law tells the most urgently told. */
const urgencyIn = ({ urgency, told }: Step): Urgency | undefined => {
  const mostUrgent = Math.min(...told.map((each) => rank(each.urgency)));
  if (urgency === undefined || told.length === 0) return urgency;
  return URGENCIES[Math.max(rank(urgency), mostUrgent)];
};

/** What nobody knows opens nothing: an unknown age is told of only where no age is asked for. */
const isOfAge = (clause: Clause, age: number | undefined): boolean => {
  if (!asksForAge(clause)) return true;
  const { agesFrom = 0, agesTo = Number.POSITIVE_INFINITY } = clause;
  return age !== undefined && agesFrom <= age && age <= agesTo;
};

const goesTheRightWay = ({ directions: wanted }: Clause, { directions }: Teller): boolean =>
  wanted === undefined || wanted.some((one) => directions.includes(one));

const isUrgentEnough = ({ urgencies }: Clause, urgency: Urgency | undefined): boolean =>
  urgency !== undefined && (urgencies === undefined || urgencies.includes(urgency));

const matches = (clause: Clause, step: Step, teller: Teller): boolean =>
  clause.types.includes(step.type) &&
  goesTheRightWay(clause, teller) &&
  isOfAge(clause, step.age) &&
  isUrgentEnough(clause, urgencyIn(step));

const opens = ({ parties }: InForce, clause: Clause, tells: string, told: string): boolean =>
  parties.includes(tells) && parties.includes(told) && covers(clause, tells, told);

/** Every clause that lets somebody who knows tell an authority, in the order of agreements, clauses and tellers. */
const openingsTo = (told: string, step: Step): readonly Opening[] =>
  step.agreements.flatMap((agreement) =>
    agreement.terms.clauses.flatMap((clause) =>
      tellersOf(step.fact, step.told)
        .filter((teller) => opens(agreement, clause, teller.gss, told) && matches(clause, step, teller))
        .map(({ gss: tells }) => ({ agreement, clause, tells })),
    ),
  );

/** What was opened before, as it stands now: under the same clause, whatever that asks of a first notice. */
const goingOn = (told: string, step: Step, under: Opening): readonly Opening[] => {
  const agreement = step.agreements.find(({ id }) => id === under.agreement.id);
  const clause = agreement?.terms.clauses.find(({ id }) => id === under.clause.id);
  const isTeller = tellersOf(step.fact, step.told).some(({ gss }) => gss === under.tells);
  if (!agreement || !clause || !isTeller || !clause.types.includes(step.type)) return [];
  return opens(agreement, clause, under.tells, told) ? [{ agreement, clause, tells: under.tells }] : [];
};

const isSame = (one: Opening, other: Opening): boolean =>
  one.agreement.id === other.agreement.id && one.clause.id === other.clause.id && one.tells === other.tells;

const joined = (openings: readonly Opening[], more: readonly Opening[]): readonly Opening[] => [
  ...openings,
  ...more.filter((each) => !openings.some((known) => isSame(known, each))),
];

type Found = Readonly<{ gss: string; now: readonly Opening[]; ever: readonly Opening[] }>;

/** Of every authority that law does not name: under what it is told now, and under what it ever could be. */
const foundAt = (step: Step, before: Told): readonly Found[] => {
  if (step.urgency === undefined) return [];
  const known = new Set([step.fact.metadata.actor.authority, ...step.told.map(({ authority }) => authority)]);
  const parties = new Set(step.agreements.flatMap((agreement) => agreement.parties));
  return [...parties]
    .filter((gss) => !known.has(gss))
    .sort()
    .map((gss) => {
      const earlier = before.get(gss) ?? [];
      const first = openingsTo(gss, step);
      const standing = earlier.flatMap((under) => goingOn(gss, step, under));
      return { gss, now: joined(standing, first), ever: joined(earlier, first) };
    });
};

const toAddressee = (gss: string, urgency: Urgency, { agreement, clause, tells }: Opening): Addressee => {
  const { id, version } = agreement;
  const { title, legalBasis } = agreement.terms;
  return {
    authority: gss,
    capacity: 'addressee',
    urgency,
    basis: {
      text: `Told under the sharing agreement “${title}”, clause ${clause.id}`,
      source: `Agreement ${id}, version ${String(version)}, clause ${clause.id}: ${legalBasis}`,
    },
    agreement: { id, version, clause: clause.id, tells },
  };
};

/**
 * Whom agreements have told of the last of these facts, given all facts of its notice, oldest first. Whoever was told
 * of a notice hears how it goes on for as long as the clause stands. Pure.
 */
export const alsoToldOf = (steps: readonly Step[]): readonly Addressee[] => {
  const ever = new Map<string, readonly Opening[]>();
  let found: readonly Found[] = [];
  for (const step of steps) {
    found = foundAt(step, ever);
    for (const { gss, ever: openings } of found) ever.set(gss, openings);
  }
  const last = steps.at(-1);
  const urgency = last && urgencyIn(last);
  if (urgency === undefined) return [];
  return found.flatMap(({ gss, now: [opening] }) => (opening ? [toAddressee(gss, urgency, opening)] : []));
};
