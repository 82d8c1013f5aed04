import type { ChildIdentity } from '@ibex/kernel';

/** In the order in which they are digested; adding a field at the end changes no digest of a child without it. */
const OPTIONAL = [
  ...(['forename', 'surname', 'dateOfBirth', 'sex', 'ethnicity'] as const),
  ...(['upn', 'nhsNumber', 'homePostcode'] as const),
] as const;

const told = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Reads an identity back from what was unsealed. */
export const toChildIdentity = (unsealed: Readonly<Record<string, unknown>>): ChildIdentity | undefined => {
  const { localId } = unsealed;
  if (!told(localId)) return undefined;
  const known = OPTIONAL.flatMap((field) => (told(unsealed[field]) ? [[field, unsealed[field]]] : []));
  return { localId, ...Object.fromEntries(known) };
};

/** What is known once more was told: a field that is told replaces the known one, one left out or empty never does. */
export const mergeIdentity = (known: ChildIdentity | undefined, more: ChildIdentity): ChildIdentity => {
  const added = OPTIONAL.flatMap((field) => (told(more[field]) ? [[field, more[field]]] : []));
  return { ...known, localId: more.localId, ...Object.fromEntries(added) };
};

/** One text per identity, whatever the order of its fields. */
export const canonicalIdentity = (identity: ChildIdentity): string =>
  JSON.stringify([
    ['localId', identity.localId],
    ...OPTIONAL.flatMap((field) => (told(identity[field]) ? [[field, identity[field]]] : [])),
  ]);
