import type { Authorities } from '@ibex/kernel';

/** An authority that the reference data does not know is shown by its code alone. */
export const nameOf = (authorities: Authorities, gss: string): string => authorities.find(gss)?.name ?? gss;
