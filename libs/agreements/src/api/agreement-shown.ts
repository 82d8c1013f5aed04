import type { CivilDate, RecordedFact } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { isAgreementFact, termsIn } from '../domain/agreement.events';
import type { AgreementFact } from '../domain/agreement.events';
import { evolveAgreement, inForceOn, isSigned, newestOf, partiesOf } from '../domain/agreement.state';
import type { AgreementState, KnownAgreement, Version } from '../domain/agreement.state';
import type { Clause } from '../domain/agreement.terms';
import type { AgreementDto, DepartureDto, SignedDto, VersionDto } from './answers.dto';
import type { ClauseDto } from './agreements.dto';

/** What a fact seals, opened, by the fact's id. */
export type Words = ReadonlyMap<string, Readonly<Record<string, unknown>>>;
type Recorded = RecordedFact & AgreementFact;

const NONE: AgreementState = { phase: 'none' };

const textsOf = (
  words: Words,
  { id }: RecordedFact,
  names: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = words.get(id)?.[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );

const toClauseShown = ({ who, ...clause }: Clause): Plain<ClauseDto> =>
  who.kind === 'named' ? { ...clause, from: who.from, to: who.to } : clause;

const signaturesOf = (
  facts: readonly Recorded[],
  version: number,
  words: Words,
): readonly Plain<SignedDto>[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'AgreementSigned' || fact.data.version !== version) return [];
    const { by: authority, person, role } = fact.data;
    return [{ authority, at: fact.recordedAt, person, role, ...textsOf(words, fact, ['name', 'position']) }];
  });

const toVersionShown = (
  { number, terms, signedBy }: Version,
  facts: readonly Recorded[],
  words: Words,
): Plain<VersionDto> => {
  const openings = facts.filter((fact) => termsIn(fact) !== undefined);
  const opening = openings[number - 1];
  return {
    ...terms,
    clauses: terms.clauses.map(toClauseShown),
    version: number,
    proposedBy: opening?.data.by ?? '',
    proposedAt: opening?.recordedAt ?? '',
    signatures: signaturesOf(facts, number, words),
    awaiting: terms.parties.filter((gss) => !signedBy.includes(gss)),
  };
};

const departuresIn = (
  facts: readonly Recorded[],
  type: 'AgreementPartyWithdrew' | 'AgreementEnded',
  words: Words,
): readonly Plain<DepartureDto>[] =>
  facts.flatMap((fact) => {
    if (fact.type !== type) return [];
    const { by: authority, because } = fact.data;
    return [{ authority, at: fact.recordedAt, because, ...textsOf(words, fact, ['note']) }];
  });

const stateOn = (state: KnownAgreement, day: CivilDate): AgreementDto['state'] => {
  if (state.phase === 'ended') return 'ended';
  if (inForceOn(state, day)) return 'in-force';
  const signed = state.versions.filter(isSigned);
  const newest = signed.at(-1);
  if (!newest) return 'proposed';
  return newest.terms.from > day ? 'to-begin' : 'run-out';
};

/** An agreement as its parties read it on a London day; undefined for a stream that none opened. */
export const toAgreementShown = (
  id: string,
  stored: readonly RecordedFact[],
  { day, words }: Readonly<{ day: CivilDate; words: Words }>,
): Plain<AgreementDto> | undefined => {
  const facts = stored.filter(isAgreementFact);
  const state = facts.reduce<AgreementState>(evolveAgreement, NONE);
  if (state.phase === 'none') return undefined;
  const inForce = inForceOn(state, day);
  const [ended] = departuresIn(facts, 'AgreementEnded', words);
  return {
    id,
    state: stateOn(state, day),
    ...(inForce === undefined ? {} : { versionInForce: inForce.number }),
    parties: partiesOf(state, inForce ?? newestOf(state)),
    versions: state.versions.map((version) => toVersionShown(version, facts, words)),
    left: departuresIn(facts, 'AgreementPartyWithdrew', words),
    ...(ended === undefined ? {} : { ended }),
  };
};
