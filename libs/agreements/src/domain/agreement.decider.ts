import { accept, never } from '@ibex/kernel';
import type { Decider, Decision, Instant } from '@ibex/kernel';
import type {
  AgreementCommand,
  AmendAgreement,
  EndAgreement,
  ProposeAgreement,
  SignAgreement,
  WithdrawFromAgreement,
} from './agreement.commands';
import type { AgreementFact } from './agreement.events';
import { refused } from './agreement.refusals';
import type { AgreementRefusal } from './agreement.refusals';
import { everParties, evolveAgreement, isSigned, newestOf, partiesOf } from './agreement.state';
import type { AgreementState, KnownAgreement } from './agreement.state';
import { faultOf, saysTheSame } from './terms.rule';

type Decided = Decision<AgreementFact, AgreementRefusal>;

const decideProposal = ({ data }: ProposeAgreement, state: AgreementState, now: Instant): Decided => {
  if (state.phase !== 'none') return refused('agreement/already-proposed');
  const { by, terms, known } = data;
  if (!terms.parties.includes(by)) return refused('agreement/not-among-parties');
  return (
    faultOf(terms, known, now) ??
    accept<AgreementFact>({ type: 'AgreementProposed', data: { by, version: 1, terms } })
  );
};

const decideAmendment = ({ data }: AmendAgreement, state: KnownAgreement, now: Instant): Decided => {
  const { by, terms, known } = data;
  const newest = newestOf(state);
  if (!partiesOf(state, newest).includes(by)) return refused('agreement/left-already');
  const fault = faultOf(terms, known, now);
  if (fault) return fault;
  if (saysTheSame(newest.terms, terms)) return refused('agreement/nothing-changed');
  const version = newest.number + 1;
  return accept<AgreementFact>({ type: 'AgreementAmended', data: { by, version, terms } });
};

const decideSignature = ({ data, personal }: SignAgreement, state: KnownAgreement): Decided => {
  const { isPerson, ...signature } = data;
  const newest = newestOf(state);
  if (!partiesOf(state, newest).includes(data.by)) return refused('agreement/left-already');
  if (!isPerson) return refused('agreement/person-must-sign');
  if (data.version !== newest.number) return refused('agreement/other-version');
  if (newest.signedBy.includes(data.by)) return refused('agreement/signed-already');
  const fact = { type: 'AgreementSigned', data: signature } as const;
  return accept<AgreementFact>(personal === undefined ? fact : { ...fact, personal });
};

/** Whoever is named in an amendment alone has nothing to end before all have signed it. */
const isParty = (state: KnownAgreement, by: string): boolean => {
  const signed = state.versions.filter(isSigned);
  const bound = signed.length > 0 ? signed : state.versions;
  return bound.some((version) => partiesOf(state, version).includes(by));
};

const decideLeaving = (
  { type, data, personal }: WithdrawFromAgreement | EndAgreement,
  state: KnownAgreement,
): Decided => {
  const isBound = isParty(state, data.by);
  const isNamed = partiesOf(state, newestOf(state)).includes(data.by);
  if (!isBound && (type === 'EndAgreement' || !isNamed)) return refused('agreement/not-bound');
  const words = personal === undefined ? {} : { personal };
  if (type === 'EndAgreement') return accept<AgreementFact>({ type: 'AgreementEnded', data, ...words });
  const leaving = { ...data, version: newestOf(state).number };
  return accept<AgreementFact>({ type: 'AgreementPartyWithdrew', data: leaving, ...words });
};

const decideCourse = (
  command: Exclude<AgreementCommand, ProposeAgreement>,
  state: KnownAgreement,
  now: Instant,
): Decided => {
  switch (command.type) {
    case 'AmendAgreement':
      return decideAmendment(command, state, now);
    case 'SignAgreement':
      return decideSignature(command, state);
    case 'WithdrawFromAgreement':
    case 'EndAgreement':
      return decideLeaving(command, state);
    default:
      return never(command);
  }
};

/** A sharing agreement: stream `agreement-<id>`. In force once every party has signed a version and its first day has come. */
export const agreementDecider: Decider<AgreementCommand, AgreementFact, AgreementState, AgreementRefusal> = {
  initialState: { phase: 'none' },
  decide: (command, state, now) => {
    if (command.type === 'ProposeAgreement') return decideProposal(command, state, now);
    // who is no party is told no more than of an agreement that is not there
    if (state.phase === 'none' || !everParties(state).has(command.data.by))
      return refused('agreement/not-known');
    return state.phase === 'ended' ? refused('agreement/ended') : decideCourse(command, state, now);
  },
  evolve: evolveAgreement,
};
