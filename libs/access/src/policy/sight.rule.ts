import type { Reader, Sight } from '@ibex/kernel';

/** Who owns it (undefined for a thing that is not there), and whether the reader's authority was told of it. */
export type Relation = Readonly<{ owner: string | undefined; told: boolean }>;

/**
 * Need to know, of this stage: the owner, and whoever was told of a notice. Everybody else sees nothing.
 * Roles that keep the system running know no child (UK GDPR art 5(1)(c), data minimisation).
 */
export const sightOf = (reader: Reader, { owner, told }: Relation): Sight => {
  if (owner === undefined) return 'none';
  if (reader.roles.every((role) => role === 'operator')) return 'none';
  if (owner === reader.authority) return 'owner';
  return told ? 'addressee' : 'none';
};
