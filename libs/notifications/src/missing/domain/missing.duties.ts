import { addHours } from '@ibex/kernel';
import type { DutyOpened, Instant } from '@ibex/kernel';
import { findHostAuthority } from '../../shared/domain/host';
import { certainFrom, textOf } from './missing.moment';
import type { Episode } from './missing.state';

const GUIDANCE =
  'Statutory guidance on children who run away or go missing from home or care (DfE, January 2014)';
// service targets of the exchange: no law gives hours for any of these
const ACKNOWLEDGE_HOURS = 1;
const TELL_HOST_HOURS = 24;
const PUT_RIGHT_HOURS = 24;

/** Which notice a duty hangs on: who told, and when IBEX recorded it. */
export type Notice = Readonly<{ by: string; recordedAt: Instant }>;

export const acknowledgementKey = (gss: string): string => `acknowledgement-${gss}`;
export const putRightKey = (gss: string): string => `put-right-${gss}`;
export const TELL_HOST = 'tell-host';
export const ESTABLISH_HOST = 'establish-host';
export const STRATEGY_DISCUSSION = 'strategy-discussion';

export const acknowledgementDuty = (gss: string, { by, recordedAt }: Notice): DutyOpened => ({
  change: 'opened',
  key: acknowledgementKey(gss),
  kind: 'acknowledgement',
  text: 'Acknowledge the missing notice and say what you are doing (no hours in law; service target 1 hour)',
  owedBy: gss,
  owedTo: by,
  startedAt: recordedAt,
  targetAt: addHours(recordedAt, ACKNOWLEDGE_HOURS),
  source: `${GUIDANCE}: local protocols between responsible and host authority; service target of the exchange`,
});

export const putRightDuty = (gss: string, { by, recordedAt }: Notice): DutyOpened => ({
  change: 'opened',
  key: putRightKey(gss),
  kind: 'put-right',
  text: 'Put your copy right and acknowledge (no hours in law; service target 24 hours)',
  owedBy: gss,
  owedTo: by,
  startedAt: recordedAt,
  targetAt: addHours(recordedAt, PUT_RIGHT_HOURS),
  source:
    'UK GDPR, art 5(1)(d): inaccurate data erased or rectified without delay; service target of the exchange',
});

/** "Without delay" is no number: shown with a service target, and met by the report itself. */
export const tellHostDuty = ({ responsible, host, lastSeen }: Episode): DutyOpened => {
  const owedTo = findHostAuthority(host);
  return {
    change: 'opened',
    key: TELL_HOST,
    kind: 'tell-host',
    text: 'Tell the host authority without delay that the child is missing (service target 24 hours)',
    owedBy: responsible,
    ...(owedTo !== undefined && { owedTo }),
    startedAt: textOf(lastSeen),
    targetAt: addHours(certainFrom(lastSeen), TELL_HOST_HOURS),
    source: `${GUIDANCE}: notification process for missing episodes agreed between responsible and host authority`,
  };
};

export const establishHostDuty = ({ reporter, lastSeen }: Episode): DutyOpened => ({
  change: 'opened',
  key: ESTABLISH_HOST,
  kind: 'establish-host',
  text: 'Establish in which authority the child was placed, so that it can be told (correct the report)',
  owedBy: reporter,
  startedAt: textOf(lastSeen),
  source: `${GUIDANCE}: the host authority is told of missing episodes`,
});

/** When to hold one is a local threshold; no law sets a date. */
export const strategyDuty = ({ responsible }: Episode, { recordedAt }: Notice): DutyOpened => ({
  change: 'opened',
  key: STRATEGY_DISCUSSION,
  kind: 'strategy-discussion',
  text: 'The risk is graded high: decide whether a strategy discussion is needed (local threshold, no date in law)',
  owedBy: responsible,
  startedAt: recordedAt,
  source: 'Children Act 1989, s 47; local protocol on children missing from home and care',
});
