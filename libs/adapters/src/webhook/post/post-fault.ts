/** The target stands, or has come to stand, at an address that is not one of the public internet. Nothing was sent. */
export class BlockedAddress extends Error {
  readonly code = 'target/address-not-public';

  constructor() {
    super('the target resolves to an address that is not one of the public internet');
    this.name = new.target.name;
  }
}
