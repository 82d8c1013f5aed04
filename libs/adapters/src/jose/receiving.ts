// What a receiver outside of the house needs: no server and no Nest behind this door.
export { StatementNotValid, StatementVerifier } from './statement-verifier';
export type { PublishedKeys } from './statement-verifier';
export { JweUnsealer } from './sealing/jwe-unsealer';
export { newSealingJwk, readSealingJwk, sealingKeyFrom, writeSealingJwk } from './sealing/private-keys';
export type { SealingKeyKind, SealingPrivateKey } from './sealing/private-keys';
export { SealingRefused } from './sealing/sealing-refused';
export type { SealingFault } from './sealing/sealing-refused';
