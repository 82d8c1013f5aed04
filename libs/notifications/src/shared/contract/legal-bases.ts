import type { LegalBasis } from '@ibex/kernel';

const CPPCR = 'Care Planning, Placement and Case Review (England) Regulations 2010';

/** Provisions on which an authority is told, by meaning. Each disclosure names one of them. */
export const LEGAL_BASES = {
  consultAreaAuthority: {
    text: 'The area authority is consulted and given the care plan before a placement at a distance',
    source: `${CPPCR}, reg 11(2)(d)(ii)`,
  },
  notifyAreaAuthority: {
    text: 'The area authority is told in writing of a placement in its area, with the assessment and the care plan',
    source: `${CPPCR}, reg 13(4)`,
  },
  endOfPlacement: {
    text: 'The area authority is told that a placement in its area ends',
    source: `${CPPCR}, reg 14(2)(c) and (4)`,
  },
  accuracy: {
    text: 'Everyone who was told something wrong is told what is right',
    source: 'UK GDPR, art 5(1)(d) and art 19',
  },
  cooperation: {
    text: 'Authorities cooperate to safeguard and promote the welfare of children',
    source: 'Children Act 2004, ss 10 and 11; Children Act 1989, s 27',
  },
} as const satisfies Readonly<Record<string, LegalBasis>>;
