import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Refusal, Request } from '@ibex/kernel';
import type { CanaryFact, CanaryPlace, CanarySeen, CanarySent } from './canary.events';

export type SendCanary = Request<'SendCanary', CanarySent['data']>;
export type NoteCanarySeen = Request<'NoteCanarySeen', CanarySeen['data']>;
export type CanaryRefusal = Refusal<'canary/sent-already' | 'canary/not-sent' | 'canary/seen-already'>;
export const CANARY_REFUSALS: readonly CanaryRefusal['code'][] = [
  'canary/sent-already',
  'canary/not-sent',
  'canary/seen-already',
];

type Canary = Readonly<{ isSent: boolean; seenAt: readonly CanaryPlace[] }>;

/** Sent once; seen once at each place. */
export const canaryDecider: Decider<SendCanary | NoteCanarySeen, CanaryFact, Canary, CanaryRefusal> = {
  initialState: { isSent: false, seenAt: [] },
  decide: ({ type, data }, { isSent, seenAt }) => {
    switch (type) {
      case 'SendCanary':
        return isSent
          ? refuse('canary/sent-already', 'This canary is on its way already.')
          : accept<CanarySent>({ type: 'CanarySent', data });
      case 'NoteCanarySeen':
        if (!isSent) return refuse('canary/not-sent', 'No such canary was sent.');
        return seenAt.includes(data.place)
          ? refuse('canary/seen-already', 'This canary was seen there before.')
          : accept<CanarySeen>({ type: 'CanarySeen', data });
      default:
        return never(type);
    }
  },
  evolve: (canary, { type, data }) => {
    switch (type) {
      case 'CanarySent':
        return { ...canary, isSent: true };
      case 'CanarySeen':
        return { ...canary, seenAt: [...canary.seenAt, data.place] };
      default:
        return never(type);
    }
  },
};
