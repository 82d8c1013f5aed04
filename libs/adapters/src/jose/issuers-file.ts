import { IbexError } from '@ibex/kernel';
import { checkedClaims } from './issuer-claims';
import type { TrustedIssuer } from './trusted-issuer';

const FIELDS: ReadonlySet<string> = new Set([
  'algorithm',
  'audience',
  'authorities',
  'claims',
  'discovery',
  'issuer',
  'jwksUrl',
  'keys',
  'roleNames',
  'speaksAs',
  'tokenType',
] satisfies readonly (keyof TrustedIssuer)[]);

const notRight = (what: string): IbexError =>
  new IbexError('jose/issuer-not-valid', `the list of issuers is not right: ${what}`);

const listIn = (text: string): readonly unknown[] => {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.length > 0) return list;
  } catch {
    throw notRight('it is not JSON');
  }
  throw notRight('it must be a list with at least one issuer');
};

const toIssuer = (entry: unknown): TrustedIssuer => {
  if (typeof entry !== 'object' || entry === null) throw notRight('an entry is not an object');
  const unknown = Object.keys(entry).filter((name) => !FIELDS.has(name));
  if (unknown.length > 0) throw notRight(`there is no field ${unknown.join(', ')}`);
  const trusted = entry as TrustedIssuer;
  checkedClaims(trusted);
  return trusted;
};

/** The text of IBEX_ISSUERS_FILE. Throws IbexError `jose/issuer-not-valid`, also for a field that there is not. */
export const parseIssuers = (text: string): readonly TrustedIssuer[] => {
  const issuers = listIn(text).map(toIssuer);
  if (new Set(issuers.map(({ issuer }) => issuer)).size < issuers.length)
    throw notRight('one issuer is there twice');
  return issuers;
};
