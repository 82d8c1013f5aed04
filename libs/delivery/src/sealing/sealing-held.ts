import { IbexError } from '@ibex/kernel';

/** Why a sealed message is not sent now. It waits; it is never sent without its seal instead. */
const REASONS = {
  'sealing/no-usable-key': 'none of the authority’s keys can be sealed to',
  'sealing/keys-changing': 'the authority’s keys changed each time that something was sealed to them',
  'sealing/not-set-up': 'this process was not set up to seal',
} as const;
export type HeldBecause = keyof typeof REASONS;

export class SealingHeld extends IbexError {
  constructor(readonly because: HeldBecause) {
    super(because, `nothing is sent: ${REASONS[because]}`);
  }
}
