export * from './development-issuer';
export * from './issuers-file';
export * from './logout-token.verifier';
export * from './jose.module';
export * from './signing-key';
export * from './statement-signer';
export * from './statement-verifier';
export * from './token-verifier';
export type { FetchLimits } from './fetched-keys';
export type { IssuerAlgorithm } from './issuer-algorithm';
export type { TrustedIssuer } from './trusted-issuer';
export * from './load-keys';
export { JweSealer } from './sealing/jwe-sealer';
export { JweUnsealer } from './sealing/jwe-unsealer';
export { SealingModule } from './sealing/sealing.module';
export { SealingRefused } from './sealing/sealing-refused';
export type { SealingFault } from './sealing/sealing-refused';
export {
  SEALING_KEY_KINDS,
  newSealingJwk,
  readSealingJwk,
  sealingKeyFrom,
  writeSealingJwk,
} from './sealing/private-keys';
export type { SealingKeyKind, SealingPrivateKey } from './sealing/private-keys';
