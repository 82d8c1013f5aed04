import { refuse } from '@ibex/kernel';
import type { Decision, Refusal } from '@ibex/kernel';

/** Every "no" of a placement, in words that a social worker understands, with the field it is about. */
const SENTENCES = {
  'placement/not-known': ['There is no such placement that your authority may act on.'],
  'placement/already-notified': [
    'This placement has been notified before. Correct it, change it or end it; do not notify it again.',
  ],
  'placement/already-consulted': [
    'The host authority of this placement is being consulted. Notify the placement under that consultation.',
  ],
  'placement/withdrawn': ['This placement was withdrawn as posted in error. Post a new one.'],
  'placement/not-active': [
    'Only a placement that has been notified and has not ended can be acted on like this.',
  ],
  'placement/ended-already': [
    'This placement has ended already. If the end was posted wrong, correct it.',
    'endedOn',
  ],
  'placement/ends-before-start': ['The end is before the start of the placement.', 'endedOn'],
  'placement/ends-before-change': ['The end is before the date on which the carer moved.', 'endedOn'],
  'placement/changed-before-start': [
    'The carer’s move is before the start of the placement or the last move.',
    'changedOn',
  ],
  'placement/too-far-ahead': ['The date is more than a year ahead. Post it when it is nearer.'],
  'placement/host-is-own-authority': [
    'The placement is in your own area, so there is no other authority to tell. If the child came back to your area, end the placement; if it never was elsewhere, withdraw it.',
    'host',
  ],
  'placement/change-needs-new-host': [
    'The child stays in the area of the same host authority. Correct the address instead.',
    'host',
  ],
  'placement/code-not-valid-on-date': [
    'That placement type was not in use when the placement began.',
    'placementType',
  ],
  'placement/label-not-on-scale': [
    'That label is not one of the exploitation scale you named. Use its own label, or the scale “local”.',
    'known.exploitation.label',
  ],
  'placement/nothing-supplied': ['Say what is supplied: the care plan, the assessment, or both.', 'supplied'],
  'placement/nothing-to-correct': ['Everything you gave is recorded like this already.'],
  'placement/no-end-to-correct': [
    'The placement has not ended, so its end cannot be corrected. End it instead.',
    'endedOn',
  ],
  'placement/no-change-to-correct': [
    'The carer has not moved in this placement, so there is no such date.',
    'changedOn',
  ],
  'placement/not-host': ['Only the authority in whose area the child is placed now can do this.'],
  'placement/host-unknown': [
    'The host authority of this placement is not established or is withheld, so nobody can acknowledge or answer it.',
  ],
} as const satisfies Readonly<Record<string, readonly [because: string, field?: string]>>;

export type PlacementRefusalCode = keyof typeof SENTENCES;
export type PlacementRefusal = Refusal<PlacementRefusalCode>;

const isCode = (code: string): code is PlacementRefusalCode => Object.hasOwn(SENTENCES, code);
export const PLACEMENT_REFUSALS: readonly PlacementRefusalCode[] = Object.keys(SENTENCES).filter(isCode);

/** `field` where the same "no" may be about different fields. */
export const no = (code: PlacementRefusalCode, field?: string): Decision<never, PlacementRefusal> => {
  const [because, usualField]: readonly [string, string?] = SENTENCES[code];
  return refuse(code, because, field ?? usualField);
};
