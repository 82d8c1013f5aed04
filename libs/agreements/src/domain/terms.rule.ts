import { londonDateOf } from '@ibex/kernel';
import type { Decision, Instant } from '@ibex/kernel';
import type { KnownHere } from './agreement.commands';
import { refused } from './agreement.refusals';
import type { AgreementRefusal } from './agreement.refusals';
import { covers } from './agreement.terms';
import type { Clause, Terms } from './agreement.terms';

type Fault = Decision<never, AgreementRefusal>;
type Check = (terms: Terms, known: KnownHere, now: Instant) => Fault | undefined;

/** Care leavers are told of until then (Children Act 1989 s23CZB). */
const OLDEST = 25;

const isTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;

const parties: Check = ({ parties: all }, { strangers }) => {
  if (all.length < 2 || isTwice(all)) return refused('agreement/one-party');
  return strangers.length > 0 ? refused('agreement/unknown-authority') : undefined;
};

const isForNobody = (clause: Clause, all: readonly string[]): boolean => {
  const { who } = clause;
  const named = who.kind === 'named' ? [...who.from, ...who.to] : [];
  if (named.some((gss) => !all.includes(gss))) return true;
  return !all.some((tells) => all.some((told) => covers(clause, tells, told)));
};

const clauses: Check = ({ clauses: all, parties: of }) => {
  if (all.length === 0) return refused('agreement/no-clause');
  if (isTwice(all.map(({ id }) => id))) return refused('agreement/clause-twice');
  return all.some((clause) => isForNobody(clause, of)) ? refused('agreement/clause-for-nobody') : undefined;
};

const types: Check = ({ clauses: all }, known) => {
  const isKnown = ({ types: named }: Clause): boolean =>
    named.length > 0 && named.every((type) => known.types.includes(type));
  return all.every(isKnown)
    ? undefined
    : refused('agreement/type-unknown', ` Known here: ${known.types.join(', ')}.`);
};

const ages: Check = ({ clauses: all }) => {
  const isPossible = ({ agesFrom = 0, agesTo = OLDEST }: Clause): boolean =>
    agesFrom >= 0 && agesFrom <= agesTo && agesTo <= OLDEST;
  return all.every(isPossible) ? undefined : refused('agreement/ages-impossible');
};

const dates: Check = ({ from, to }, _, now) => {
  if (to < from) return refused('agreement/to-before-from');
  return to < londonDateOf(now) ? refused('agreement/over-before-it-begins') : undefined;
};

const CHECKS: readonly Check[] = [parties, clauses, types, ages, dates];

/** What is wrong with terms, the first of all; undefined where nothing is. */
export const faultOf: Check = (terms, known, now) => {
  for (const check of CHECKS) {
    const fault = check(terms, known, now);
    if (fault) return fault;
  }
  return undefined;
};

const inOrder = (list: readonly string[]): readonly string[] => [...list].sort();
const asText = ({ who, types: of, directions, urgencies, ...clause }: Clause): unknown => ({
  ...clause,
  types: inOrder(of),
  directions: inOrder(directions ?? []),
  urgencies: inOrder(urgencies ?? []),
  who: who.kind === 'named' ? [inOrder(who.from), inOrder(who.to)] : 'each-other',
});

/** Whether two terms say the same, whatever the order in which they name it. */
export const saysTheSame = (one: Terms, other: Terms): boolean => {
  const text = ({ title, purpose, legalBasis, from, to, ...terms }: Terms): string =>
    JSON.stringify([
      ...[title, purpose, legalBasis, from, to],
      inOrder(terms.parties),
      terms.clauses.map(asText),
    ]);
  return text(one) === text(other);
};
