import type { DutyOpened, NotificationDefinition } from './notification';
import type { RecordedFact } from './recorded';

/** Duties that a notice has opened and nobody has met. Pure. */
export const openDutiesOf = (
  definition: NotificationDefinition,
  notice: readonly RecordedFact[],
): readonly DutyOpened[] => {
  const open = new Map<string, DutyOpened>();
  notice.forEach((fact, at) => {
    for (const change of definition.deadlines(fact, notice.slice(0, at))) {
      if (change.change === 'opened') open.set(change.key, change);
      else open.delete(change.key);
    }
  });
  return [...open.values()];
};

/**
 * Whether a notice still concerns an authority: neither recalled nor over, or over with a duty open that it owes or is
 * owed.
 */
export const isLiveFor = (
  gss: string,
  definition: NotificationDefinition,
  notice: readonly RecordedFact[],
): boolean => {
  const standing = definition.standingOf?.(notice) ?? 'live';
  if (standing !== 'over') return standing === 'live';
  return openDutiesOf(definition, notice).some(({ owedBy, owedTo }) => owedBy === gss || owedTo === gss);
};
