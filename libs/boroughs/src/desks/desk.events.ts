import type { Desk, EscalationStep, Fact } from '@ibex/kernel';

/** `contact`: who sits there and how they are reached; sealed under the authority's own key. */
export type DeskNamed = Fact<'DeskNamed', Desk & Readonly<{ by: string }>, { contact?: string }>;
/** `kind`: of a duty, or `any`. `steps`: none means that late duties of this kind are passed to nobody. */
export type EscalationSet = Fact<
  'EscalationSet',
  Readonly<{ by: string; kind: string; steps: readonly EscalationStep[] }>
>;
export type DeskFact = DeskNamed | EscalationSet;

export const ANY_KIND = 'any';
