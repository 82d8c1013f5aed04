import type { LegalBasis } from '@ibex/kernel';
import type { Cohort } from '../domain/move.codes';

/** On which basis the other authority is told, by cohort. What was not seen in its source says so. */
export const MOVE_BASES: Readonly<Record<Cohort, LegalBasis>> = {
  'child-protection-plan': {
    text: 'A child with a child protection plan moves: the other authority is told, and holds a transfer-in conference where the move is permanent',
    source:
      'Working Together to Safeguard Children (Children Act 2004, s 11); UK GDPR, art 6(1)(e) and 9(2)(g), Data Protection Act 2018, Sch 1 para 18',
  },
  'child-in-need': {
    text: 'A child in need moves: the authorities cooperate so that support goes on',
    source:
      'Children Act 1989, ss 17 and 27; Children Act 2004, ss 10 and 11 (no statutory notice: local procedures)',
  },
  'section-47-open': {
    text: 'Section 47 enquiries are open: the duty lies with the authority where the child lives or is found',
    source: 'Children Act 1989, s 47(1) and (9) to (11) (subsections (9) to (11) not verified)',
  },
  'early-help-or-vulnerable': {
    text: 'A vulnerable child moves: the authorities cooperate to safeguard and promote the child’s welfare',
    source: 'Children Act 2004, ss 10 and 11 (no statutory notice: local procedures)',
  },
  'homeless-household': {
    text: 'A homeless household is housed in another district: the authority of that district is given notice',
    source: 'Housing Act 1996, s 208(2) to (4)',
  },
  'care-leaver': {
    text: 'A care leaver lives in another area: the responsible authority keeps its duties, the other is told so that it can help',
    source: 'Children Act 1989, ss 23A to 23E and 27 (general knowledge, section numbers not verified)',
  },
};
