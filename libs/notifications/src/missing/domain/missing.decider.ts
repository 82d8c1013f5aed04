import type { Decider } from '@ibex/kernel';
import { acknowledgeMissing, correctMissing, withdrawMissing } from './amendment.decider';
import {
  closeAtEighteen,
  recordFound,
  recordSighting,
  recordStrategyDiscussion,
  updateMissing,
} from './episode.decider';
import { acceptInterview, declineInterview, holdInterview, offerInterview } from './interview.decider';
import type { MissingCommand, MissingOrderType } from './missing.commands';
import type { MissingFact } from './missing.events';
import type { MissingDecision, Rule } from './missing.gate';
import type { MissingRefusal } from './missing.refusals';
import { evolveMissing, initialMissing } from './missing.state';
import type { MissingState } from './missing.state';
import { reportMissing } from './report.decider';

const RULES: { readonly [T in MissingOrderType]: Rule<T> } = {
  ReportMissing: reportMissing,
  UpdateMissing: updateMissing,
  RecordSighting: recordSighting,
  RecordFound: recordFound,
  OfferInterview: offerInterview,
  AcceptInterview: acceptInterview,
  HoldInterview: holdInterview,
  DeclineInterview: declineInterview,
  RecordStrategyDiscussion: recordStrategyDiscussion,
  CloseAtEighteen: closeAtEighteen,
  CorrectMissing: correctMissing,
  WithdrawMissing: withdrawMissing,
  AcknowledgeMissing: acknowledgeMissing,
};

const ruleFor = <T extends MissingOrderType>(
  command: MissingCommand<T> & Readonly<{ type: T }>,
  state: MissingState,
  now: string,
): MissingDecision => RULES[command.type](command, state, now);

/** The rules of one missing episode, `missing-<id>`. */
export const missingDecider: Decider<MissingCommand, MissingFact, MissingState, MissingRefusal> = {
  initialState: initialMissing,
  decide: ruleFor,
  evolve: evolveMissing,
};
