import type { LegalBasis } from '@ibex/kernel';

export const GUIDANCE_2014 =
  'Statutory guidance on children who run away or go missing from home or care (DfE, January 2014), issued under ' +
  'Local Authority Social Services Act 1970, s 7';

/** Provisions on which an authority is told of a missing child, by the capacity in which it is told. */
export const MISSING_BASES = {
  host: {
    text: 'The authority in whose area a child lives is told, without delay, when the child goes missing from there',
    source: `${GUIDANCE_2014}: notification process agreed between responsible and host authority`,
  },
  responsible: {
    text: 'The authority responsible for a child is told when the child goes missing',
    source: GUIDANCE_2014,
  },
  areaAtRisk: {
    text: 'The child may be found in this area, whose authority would owe it enquiries and protection',
    source: 'Children Act 1989, s 47(1); Children Act 2004, ss 10 and 11',
  },
  returnInterview: {
    text: 'What an independent return interview is about concerns the authority in whose area the child lives',
    source: `${GUIDANCE_2014}: return interviews; the responsible authority arranges and may commission the host`,
  },
} as const satisfies Readonly<Record<string, LegalBasis>>;
