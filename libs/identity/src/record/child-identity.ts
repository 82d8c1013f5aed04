import type { ChildIdentity, Pseudonyms } from '@ibex/kernel';

/** In the order in which they are digested; adding a field at the end changes no digest of a child without it. */
const OPTIONAL = [
  ...(['forename', 'surname', 'dateOfBirth', 'sex', 'ethnicity'] as const),
  ...(['upn', 'nhsNumber', 'homePostcode'] as const),
] as const;

type Optional = (typeof OPTIONAL)[number];

const told = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** The optional fields that say something. */
const toldFields = (from: Readonly<Record<string, unknown>>): Partial<Record<Optional, string>> => {
  const fields: Partial<Record<Optional, string>> = {};
  for (const field of OPTIONAL) {
    const value = from[field];
    if (told(value)) fields[field] = value;
  }
  return fields;
};

/** Reads an identity back from what was unsealed. */
export const toChildIdentity = (unsealed: Readonly<Record<string, unknown>>): ChildIdentity | undefined => {
  const { localId } = unsealed;
  if (!told(localId)) return undefined;
  return { localId, ...toldFields(unsealed) };
};

/** What is known once more was told: a field that is told replaces the known one, one left out or empty never does. */
export const mergeIdentity = (known: ChildIdentity | undefined, more: ChildIdentity): ChildIdentity => {
  return { ...known, localId: more.localId, ...toldFields(more) };
};

/** One text per identity, whatever the order of its fields. */
export const canonicalIdentity = (identity: ChildIdentity): string =>
  JSON.stringify([
    ['localId', identity.localId],
    ...OPTIONAL.flatMap((field) => (told(identity[field]) ? [[field, identity[field]]] : [])),
  ]);

/** By this a record tells whether anything new was told; keyed, so that it tells nothing else. */
export const identityDigestOf = (pseudonyms: Pick<Pseudonyms, 'digest'>, identity: ChildIdentity): string =>
  pseudonyms.digest('child-identity', canonicalIdentity(identity));
