import { GSS_CODE, IbexError, ROLES } from '@ibex/kernel';
import type { ClaimNames, Role } from '@ibex/kernel';

/** One entry of IBEX_CONSOLE_SIGN_IN_FILE. */
export type ProviderEntry = Readonly<{
  /** Small letters, digits and dashes: stands in addresses. */
  id: string;
  /** As people call it. */
  name: string;
  issuer: string;
  /**
   * Address of its metadata and of its keys, where the console reaches it by another name than browsers do; both or neither.
   * Absent: below its issuer. Either way the metadata has to name the issuer.
   */
  metadataUrl?: string;
  jwksUrl?: string;
  clientId: string;
  clientSecretFile: string;
  /** Absent: `openid`. With a scope that brings `name`, the person is greeted by it. */
  scope?: string;
  /** RFC 8707; absent: the provider knows by the client for whom access tokens are. */
  resource?: string;
  /** With which ID and logout tokens are signed; absent: RS256 (OpenID Connect Core, section 15.1). */
  algorithm?: 'EdDSA' | 'ES256' | 'PS256' | 'RS256';
  /** As in the list of issuers of the exchange. */
  claims?: ClaimNames;
  roleNames?: Readonly<Record<string, Role>>;
  speaksAs?: string;
}>;

const TEXTS = ['id', 'name', 'issuer', 'clientId', 'clientSecretFile'] as const;
const FIELDS: ReadonlySet<string> = new Set([
  ...TEXTS,
  ...(['metadataUrl', 'jwksUrl', 'scope', 'resource', 'algorithm'] as const),
  ...(['claims', 'roleNames', 'speaksAs'] as const),
]);
const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const ALGORITHMS: ReadonlySet<unknown> = new Set([undefined, 'EdDSA', 'ES256', 'PS256', 'RS256']);

const notRight = (what: string): IbexError =>
  new IbexError('sign-in/provider-not-valid', `the list of places to sign in is not right: ${what}`);

const isSafe = (url: unknown): boolean =>
  typeof url === 'string' && URL.canParse(url) && new URL(url).protocol === 'https:';

const RULES: Readonly<Record<string, (entry: ProviderEntry) => boolean>> = {
  'id must be small letters, digits and dashes': ({ id }) => ID.test(id),
  'id must not be trial': ({ id }) => id !== 'trial',
  'issuer must be an address': ({ issuer }) => URL.canParse(issuer),
  'metadataUrl must be an https address with /.well-known/ in it': ({ metadataUrl: url }) =>
    url === undefined || (isSafe(url) && new URL(url).pathname.includes('/.well-known/')),
  'jwksUrl must be an https address': ({ jwksUrl: url }) => url === undefined || isSafe(url),
  'metadataUrl and jwksUrl go together': ({ metadataUrl, jwksUrl }) =>
    (metadataUrl === undefined) === (jwksUrl === undefined),
  'scope must begin with openid': ({ scope = 'openid' }) => /^openid(?: \S+)*$/.test(scope),
  'algorithm must be EdDSA, ES256, PS256 or RS256': ({ algorithm }) => ALGORITHMS.has(algorithm),
  'speaksAs must be a GSS code': ({ speaksAs }) => speaksAs === undefined || GSS_CODE.test(speaksAs),
  'roleNames must lead to roles that are known here': ({ roleNames }) =>
    Object.values(roleNames ?? {}).every((role) => (ROLES as readonly unknown[]).includes(role)),
};

const toEntry = (given: unknown): ProviderEntry => {
  if (typeof given !== 'object' || given === null) throw notRight('an entry is not an object');
  const fields = new Map<string, unknown>(Object.entries(given));
  const unknown = [...fields.keys()].filter((name) => !FIELDS.has(name));
  if (unknown.length > 0) throw notRight(`there is no field ${unknown.join(', ')}`);
  const missing = TEXTS.filter((name) => typeof fields.get(name) !== 'string' || fields.get(name) === '');
  if (missing.length > 0) throw notRight(`an entry lacks ${missing.join(', ')}`);
  const entry = given as ProviderEntry;
  const faults = Object.entries(RULES).flatMap(([fault, holds]) => (holds(entry) ? [] : [fault]));
  if (faults.length > 0) throw notRight(`${entry.id}: ${faults.join('; ')}`);
  return entry;
};

/** The text of IBEX_CONSOLE_SIGN_IN_FILE. Throws IbexError `sign-in/provider-not-valid`, also for a field that there is not. */
export const parseProviders = (text: string): readonly ProviderEntry[] => {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw notRight('it is not JSON');
  }
  if (!Array.isArray(list) || list.length === 0) throw notRight('it must be a list with at least one entry');
  const entries = list.map(toEntry);
  if (new Set(entries.map(({ id }) => id)).size < entries.length) throw notRight('one id is there twice');
  return entries;
};
