import type { AnswerOf } from '@ibex/sdk';

/** Where the own authority stands with an entry, as the exchange answers. */
export type Standing = AnswerOf<'get', '/v1/inbox/standing'>['items'][number];
export type Standings = ReadonlyMap<number, Standing>;

export const standingsOf = (items: readonly Standing[]): Standings =>
  new Map(items.map((item) => [item.sequence, item]));

export type Phase = 'new' | 'opened' | 'acknowledged' | 'acted' | 'withdrawn';

/** How far the own authority has got with an entry. */
export const phaseOf = (standing: Standing | undefined): Phase => {
  if (standing === undefined) return 'new';
  if (standing.withdrawn) return 'withdrawn';
  if (standing.actions.length > 0) return 'acted';
  if (standing.acknowledged) return 'acknowledged';
  return standing.opened ? 'opened' : 'new';
};

/** Nobody of the own authority has taken it on yet. */
export const isWaiting = (phase: Phase): boolean => phase === 'new' || phase === 'opened';

export const PHASE_TAGS: Readonly<Record<Phase, Readonly<{ text: string; colour: string }>>> = {
  new: { text: 'New', colour: 'blue' },
  opened: { text: 'Read', colour: 'light-blue' },
  acknowledged: { text: 'Acknowledged', colour: 'green' },
  acted: { text: 'Acted on', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};
