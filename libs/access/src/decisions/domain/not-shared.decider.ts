import { accept, refuse } from '@ibex/kernel';
import type { Decider, Refusal, Request } from '@ibex/kernel';
import type { DecidedNotToShare } from './not-shared.events';

/** `isKnown`: whether there is an authority of that code. */
export type DecideNotToShare = Request<
  'DecideNotToShare',
  DecidedNotToShare['data'] & Readonly<{ isKnown: boolean }>,
  { reason: string }
>;
export type NotSharedRefusal = Refusal<
  'notshared/decided-already' | 'notshared/own-authority' | 'notshared/unknown-authority'
>;
export const NOT_SHARED_REFUSALS: readonly NotSharedRefusal['code'][] = [
  'notshared/decided-already',
  'notshared/own-authority',
  'notshared/unknown-authority',
];

type Standing = Readonly<{ isDecided: boolean }>;

/** On record once; another decision, e.g. to share after all, is another matter. */
export const notSharedDecider: Decider<DecideNotToShare, DecidedNotToShare, Standing, NotSharedRefusal> = {
  initialState: { isDecided: false },
  decide: ({ data: { isKnown, ...decision }, personal }, { isDecided }) => {
    if (isDecided) return refuse('notshared/decided-already', 'This decision is on record already.');
    if (decision.authority === decision.owner)
      return refuse('notshared/own-authority', 'This is your own authority.', 'authority');
    if (!isKnown)
      return refuse('notshared/unknown-authority', 'There is no local authority of this code.', 'authority');
    return accept<DecidedNotToShare>({
      ...{ type: 'DecidedNotToShare', data: decision },
      ...(personal ? { personal } : {}),
    });
  },
  evolve: () => ({ isDecided: true }),
};
