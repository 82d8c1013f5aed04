import { GSS_CODE, IbexError, ROLES } from '@ibex/kernel';
import type { ClaimNames, ClaimPath } from '@ibex/kernel';
import { isIssuerAlgorithm } from './issuer-algorithm';
import type { TrustedIssuer } from './trusted-issuer';

const TYPES: readonly (string | undefined)[] = [undefined, 'at+jwt', 'JWT'];

/** Claims that say who a person is. The person's reference goes into facts and logs, so it must be opaque. */
const PERSONAL: ReadonlySet<string> = new Set([
  'email',
  'family_name',
  'given_name',
  'name',
  'nickname',
  'phone_number',
  'preferred_username',
  'unique_name',
  'upn',
]);

const isPath = (path: ClaimPath | undefined): boolean => {
  if (path === undefined || typeof path === 'string') return path !== '';
  return (
    Array.isArray(path) && path.length > 0 && path.every((part) => typeof part === 'string' && part !== '')
  );
};

const isOpaque = (path: ClaimPath | undefined): boolean =>
  !PERSONAL.has(typeof path === 'string' ? path : (path?.at(-1) ?? 'sub'));

const areRoles = (names: TrustedIssuer['roleNames']): boolean =>
  Object.values(names ?? {}).every((role) => (ROLES as readonly unknown[]).includes(role));

const areClaims = ({ authority, roles, person }: ClaimNames): boolean =>
  [authority, roles, person].every(isPath);

const RULES: Readonly<Record<string, (trusted: TrustedIssuer) => boolean>> = {
  'issuer is missing': ({ issuer }) => typeof issuer === 'string' && issuer !== '',
  'algorithm must be EdDSA, ES256, PS256 or RS256': ({ algorithm }) => isIssuerAlgorithm(algorithm),
  'tokenType must be at+jwt or JWT': ({ tokenType }) => TYPES.includes(tokenType),
  'claims must be names or lists of names': ({ claims }) => areClaims(claims ?? {}),
  'claims.person names a claim that tells who somebody is': ({ claims }) => isOpaque(claims?.person),
  'roleNames must lead to roles that are known here': ({ roleNames }) => areRoles(roleNames),
  'speaksAs must be a GSS code': ({ speaksAs }) => speaksAs === undefined || GSS_CODE.test(speaksAs),
  'authorities must be GSS codes': ({ authorities }) =>
    (authorities ?? []).every((gss) => GSS_CODE.test(gss)),
};

/** Throws IbexError `jose/issuer-not-valid` that names every fault at once. */
export const checkedClaims = (trusted: TrustedIssuer): void => {
  const faults = Object.entries(RULES).flatMap(([fault, holds]) => (holds(trusted) ? [] : [fault]));
  if (faults.length > 0)
    throw new IbexError('jose/issuer-not-valid', `issuer ${trusted.issuer}: ${faults.join('; ')}`);
};
