import { IbexError } from './errors';
import { ROLES } from './ports/access.port';
import type { Reader, Role } from './ports/access.port';

/** What a token says, as its issuer wrote it. */
type Claims = Readonly<Record<string, unknown>>;

/** A claim by its name, or by the names that lead to it: dots belong to names. */
export type ClaimPath = string | readonly string[];
/** Where an issuer says what; absent: `authority`, `roles`, `sub`. */
export type ClaimNames = Readonly<{ authority?: ClaimPath; roles?: ClaimPath; person?: ClaimPath }>;

export type ClaimRules = Readonly<{
  claims?: ClaimNames;
  speaksAs?: string;
  roleNames?: Readonly<Record<string, Role>>;
}>;

/** Reasons reach the WWW-Authenticate header: they never quote the token. */
export const tokenRefused = (reason: string): IbexError => new IbexError('access/token-refused', reason);

export const GSS_CODE = /^E(?:06|07|08|09|10)\d{6}$/;
const OPAQUE = /^[\x21-\x7e]{1,128}$/;

const isRole = (value: unknown): value is Role => (ROLES as readonly unknown[]).includes(value);

/** A claim by its path; undefined where there is none. */
export const claimAt = (payload: Claims, path: ClaimPath): unknown => {
  const names = typeof path === 'string' ? [path] : path;
  return names.reduce<unknown>((value, name) => {
    const inside = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return inside ? Reflect.get(value, name) : undefined;
  }, payload);
};

const rolesIn = (value: unknown, names: ClaimRules['roleNames']): readonly Role[] => {
  const said: readonly unknown[] = Array.isArray(value) ? value : [];
  if (!names) return said.filter(isRole);
  return said.flatMap((name) =>
    typeof name === 'string' && Object.hasOwn(names, name) && isRole(names[name]) ? [names[name]] : [],
  );
};

const isOpaque = (value: unknown): value is string => typeof value === 'string' && OPAQUE.test(value);
const isGss = (value: unknown): value is string => typeof value === 'string' && GSS_CODE.test(value);

/** What a verified token says of its bearer. Roles that IBEX does not know are passed over. */
export const toReader = (payload: Claims, rules: ClaimRules = {}): Reader => {
  const claims = { person: 'sub', authority: 'authority', roles: 'roles', ...rules.claims };
  const person = claimAt(payload, claims.person);
  if (!isOpaque(person)) throw tokenRefused('sub is not an opaque reference');
  const authority = rules.speaksAs ?? claimAt(payload, claims.authority);
  if (!isGss(authority)) throw tokenRefused('authority is not a GSS code');
  const roles = rolesIn(claimAt(payload, claims.roles), rules.roleNames);
  if (roles.length === 0) throw tokenRefused('roles holds no role that is known here');
  return { authority, person, roles };
};
