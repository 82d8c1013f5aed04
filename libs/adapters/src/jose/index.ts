export * from './development-issuer';
export * from './jose.module';
export * from './signing-key';
export * from './statement-signer';
export * from './token-verifier';
export type { IssuerAlgorithm, TrustedIssuer } from './trusted-issuer';
