import { IbexError } from '@ibex/kernel';

/** The exchange cannot be reached, is too slow, or asks to come later. Nothing is wrong with the notice. */
export class ExchangeUnavailable extends IbexError {
  constructor(
    reason: string,
    /** What it asked for, if it did. */
    readonly retryAfterMs?: number,
    options?: ErrorOptions,
  ) {
    super('exchange/unavailable', `the exchange is not available: ${reason}`, options);
  }
}

/** The exchange said no: `status` and the problem's code. Asking the same again does not help. */
export class ExchangeRefused extends IbexError {
  constructor(
    readonly status: number,
    readonly problem: string,
  ) {
    super('exchange/refused', `the exchange refused with ${status} ${problem}`);
  }
}

/** A link or an address that a token must not be sent to. */
export class UnsafeAddress extends IbexError {
  constructor(reason: string) {
    super('exchange/unsafe-address', reason);
  }
}
