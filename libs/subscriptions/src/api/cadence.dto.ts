import { USUAL_CADENCE } from '@ibex/kernel';
import type { Cadence } from '@ibex/kernel';
import { Code, Count } from '@ibex/runtime';
import type { FieldFault } from '@ibex/runtime';

const USUAL_HOUR = USUAL_CADENCE.every === 'day' ? USUAL_CADENCE.hour : 0;

export class CadenceDto {
  @Code(['hour', 'day'], { description: 'How often what has gathered is brought out' })
  readonly every!: 'hour' | 'day';

  @Count({
    min: 0,
    max: 23,
    optional: true,
    description: `With day: at which full hour of a London clock; ${USUAL_HOUR} unless told`,
  })
  readonly hour?: number;
}

/** An hour that is left out is the usual one. */
export const toCadence = ({ every, hour = USUAL_HOUR }: CadenceDto): Cadence =>
  every === 'day' ? { every, hour } : { every };

/** What is wrong with it as a whole, though each field of it is right. */
export const faultsOfCadence = ({ every, hour }: CadenceDto): readonly FieldFault[] => {
  if (every === 'day' || hour === undefined) return [];
  const mend = 'Leave it out, or give day as every.';
  return [
    { field: 'cadence.hour', rule: 'day-only', detail: 'is only for what is brought out by the day', mend },
  ];
};
