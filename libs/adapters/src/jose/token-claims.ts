import { IbexError, ROLES } from '@ibex/kernel';
import type { Reader, Role } from '@ibex/kernel';
import type { JWTPayload } from 'jose';

/** Reasons reach the WWW-Authenticate header: they never quote the token. */
export const refused = (reason: string): IbexError => new IbexError('access/token-refused', reason);

const GSS = /^E(?:06|07|08|09|10)\d{6}$/;
const OPAQUE = /^[\x21-\x7e]{1,128}$/;

const isRole = (value: unknown): value is Role => (ROLES as readonly unknown[]).includes(value);

/** What a verified token says of its bearer. Roles that IBEX does not know are passed over. */
export const toReader = ({ sub, authority, roles }: JWTPayload): Reader => {
  if (typeof sub !== 'string' || !OPAQUE.test(sub)) throw refused('sub is not an opaque reference');
  if (typeof authority !== 'string' || !GSS.test(authority)) throw refused('authority is not a GSS code');
  const known = Array.isArray(roles) ? roles.filter(isRole) : [];
  if (known.length === 0) throw refused('roles holds no role that is known here');
  return { authority, person: sub, roles: known };
};
