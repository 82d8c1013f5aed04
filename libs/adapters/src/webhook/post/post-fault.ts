/** The target stands, or has come to stand, at an address that is not one of the public internet. Nothing was sent. */
export class BlockedAddress extends Error {
  readonly code = 'target/address-not-public';

  constructor() {
    super('the target resolves to an address that is not one of the public internet');
    this.name = new.target.name;
  }
}

/** A connection that had been used before ended without an answer, or was too old to be used. */
export class StaleConnection extends Error {
  readonly code = 'target/connection-stale';

  constructor(cause?: unknown) {
    super('the connection to the target was no longer of use', { cause });
    this.name = new.target.name;
  }
}
