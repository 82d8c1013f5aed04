import type { RecordedFact } from '@ibex/kernel';
import type { ClockFact } from './clock.events';
import { clockDefinition } from './clock.definition';

/** Codec: the stream of a clock holds only what its decider accepted. */
export const isClockFact = (fact: RecordedFact): fact is RecordedFact & ClockFact =>
  Object.hasOwn(clockDefinition.facts, fact.type) && fact.category === 'clock';

export const clockStream = (dutyId: string): string => `clock-${dutyId}`;
export const dutyIdOfClock = ({ stream }: Pick<RecordedFact, 'stream'>): string =>
  stream.slice('clock-'.length);
