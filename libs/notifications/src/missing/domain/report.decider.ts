import { accept } from '@ibex/kernel';
import { findHostAuthority } from '../../shared/domain/host';
import type { MissingCommand } from './missing.commands';
import type { EpisodeEnd, MissingFact } from './missing.events';
import { foundFact } from './found.fact';
import { notAhead } from './missing.gate';
import type { MissingDecision, Rule } from './missing.gate';
import { isBefore, textOf } from './missing.moment';
import { deny } from './missing.refusals';
import { forceUnless, restrictedMark } from './missing.restricted';

type Report = MissingCommand<'ReportMissing'>;

const mayReport = ({ by, responsible, host }: Report['data']): boolean =>
  by === responsible || by === findHostAuthority(host);

/** What cannot be true of an end: found ahead of now, or before the child was last seen. */
const endFault = (end: EpisodeEnd, { lastSeen }: Report['data'], now: string): MissingDecision | undefined =>
  isBefore(end.when, lastSeen)
    ? deny('missing/found-before-missing', 'end.when')
    : notAhead(end.when, now, 'end.when');

const factsOf = ({ data, personal }: Report): readonly MissingFact[] => {
  const { end, policeForce, ...episode } = data;
  const { found, ...words } = personal ?? {};
  const restricted = data.host.kind === 'withheld';
  const reported: MissingFact = {
    type: 'MissingReported',
    data: {
      ...episode,
      ...forceUnless(restricted, policeForce),
      areasAtRisk: [...new Set(data.areasAtRisk)],
      occurredAt: textOf(data.lastSeen),
      alreadyOver: end !== undefined,
      ...restrictedMark(restricted),
    },
    ...(personal && { personal: words }),
  };
  if (!end) return [reported];
  return [reported, foundFact({ by: data.by, ...end }, { kind: data.kind, restricted }, found)];
};

/**
 * A report is never turned down for what is missing in it: at night little is known. Naming the own authority as an
 * area at risk is no fault either.
 */
export const reportMissing: Rule<'ReportMissing'> = (command, state, now) => {
  const { data } = command;
  if (state.phase !== 'unknown') return deny('missing/already-reported');
  if (!mayReport(data)) return deny('missing/not-a-reporter', 'responsibleAuthority');
  return (
    notAhead(data.lastSeen, now, 'lastSeen') ??
    (data.end && endFault(data.end, data, now)) ??
    accept(...factsOf(command))
  );
};
