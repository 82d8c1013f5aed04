import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import type { ClockFact } from './clock.events';

const kept = (title: string, personal: readonly string[] = []): FactDefinition => ({
  version: 1,
  tells: { internal: 'the authority that owes the duty reads it, and is told by an entry where it must act' },
  title,
  personal,
});

/** What the clocks of duties came to, so that lateness outlives every view. */
export const clockDefinition: NotificationDefinition<ClockFact> = {
  name: 'clock',
  title: 'Clock of a duty',
  category: 'clock',
  lane: 'standard',
  facts: {
    DutyWarned: kept('Duty soon due'),
    DutyLate: kept('Duty late'),
    DutyMetLate: kept('Duty met late'),
    EscalationStepped: kept('Late duty passed on'),
    ClockPaused: kept('Clock paused', ['note']),
    ClockResumed: kept('Clock resumed'),
    ClockRecomputed: kept('Date of a duty computed anew'),
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => ['note'],
  refusals: ['clock/already-paused', 'clock/not-paused'],
};
