/** A named failure with a stable code: a broken invariant or an outage, never an expected "no". */
export class IbexError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The stream was not at the revision that the writer expected: read it again and decide again. */
export class RevisionConflict extends IbexError {
  constructor(
    readonly stream: string,
    readonly expected: string | number,
    readonly actual: number,
  ) {
    super(
      'store/revision-conflict',
      `stream ${stream} is at revision ${String(actual)}, expected ${String(expected)}`,
    );
  }
}

/** One fact is larger than the store takes (1 MiB of JSON): nothing was written. */
export class FactTooLarge extends IbexError {
  constructor(
    readonly factType: string,
    readonly bytes: number,
    readonly limitBytes: number,
  ) {
    super(
      'store/fact-too-large',
      `${factType} has ${String(bytes)} bytes; the limit is ${String(limitBytes)}`,
    );
  }
}

export type StoreFault =
  | 'store/closed'
  | 'store/disk-full'
  | 'store/read-only'
  | 'store/held-by-another-process'
  | 'store/damaged'
  | 'store/not-a-store'
  | 'store/failed';

export type RemoteStoreFault = 'store/unreachable' | 'store/timed-out' | 'store/access-denied';

/**
 * The store cannot take or give facts now: closed, disk full, read-only, held by another process, damaged, not to be
 * reached, too slow, or it knows this service but does not let it in. After `store/timed-out` nobody knows whether the
 * write was done: repeat it with the same ids.
 */
export class StoreUnavailable extends IbexError {
  constructor(
    readonly fault: StoreFault | RemoteStoreFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(fault, message, options);
  }
}

/** The record's key was destroyed: what it sealed can never be read again. */
export class KeyDestroyed extends IbexError {
  constructor(readonly recordRef: string) {
    super('vault/key-destroyed', `the key of record ${recordRef} was destroyed`);
  }
}

/** Another process has moved this checkpoint or cursor: nothing was written; read where it stands and go on from there. */
export class Overtaken extends IbexError {
  constructor(readonly what: string) {
    super('store/overtaken', `another process has moved ${what}`);
  }
}

export type BusFault = 'bus/closed' | 'bus/unreachable' | 'bus/full' | 'bus/access-denied' | 'bus/failed';

/** The bus takes nothing now, or nothing for these authorities: send the same again later. */
export class BusUnavailable extends IbexError {
  constructor(
    readonly fault: BusFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(fault, message, options);
  }
}

/** The bus will never take this message as it is, e.g. because it is larger than the broker allows. */
export class MessageNotTaken extends IbexError {
  constructor(
    readonly eventId: string,
    reason: string,
  ) {
    super('bus/message-not-taken', `message ${eventId} was not taken: ${reason}`);
  }
}
