import { PURPOSES } from '@ibex/kernel';
import type { Purpose } from '@ibex/kernel';

export type PurposeChoice = Readonly<{ value: Purpose; text: string; hint: string }>;

const HINTS: Readonly<Record<Purpose, string>> = {
  'act-on-notice': 'Your authority was sent a notice about the child and you deal with it',
  'own-child': 'Your authority is responsible for the child',
  'mash-enquiry': 'A contact or referral came to your hub',
  'section-47': 'A child protection enquiry is open, or about to be',
  'missing-response': 'The child is missing now, or came back and needs a return interview',
  'placement-planning': 'You plan, agree or review where the child lives',
  emergency: 'You opened the record in an emergency; it will be reviewed',
  assurance: 'You check what was done, or answer a complaint or a request',
};

const isPurposeCode = (code: string): code is Purpose => Object.hasOwn(PURPOSES, code);
export const purposeIn = (said: unknown): Purpose | undefined =>
  typeof said === 'string' && isPurposeCode(said) ? said : undefined;

export const purposeInWords = (purpose: Purpose): string => PURPOSES[purpose];

const choice = (value: Purpose): PurposeChoice => ({ value, text: PURPOSES[value], hint: HINTS[value] });

/** For which a child’s page may be opened. */
export const READING_PURPOSES: readonly PurposeChoice[] = [
  ...(['mash-enquiry', 'section-47', 'missing-response', 'act-on-notice'] as const).map(choice),
  ...(['own-child', 'placement-planning', 'emergency', 'assurance'] as const).map(choice),
];
const EMERGENCY: PurposeChoice = {
  ...{ value: 'emergency', text: 'Emergency' },
  hint: 'A child may come to harm before you can find out in another way',
};
/** For which a hub may search. */
export const SEARCH_PURPOSES: readonly PurposeChoice[] = [
  ...(['mash-enquiry', 'section-47'] as const).map(choice),
  EMERGENCY,
];
/** For which somebody may break the glass. */
export const EMERGENCY_PURPOSES: readonly PurposeChoice[] = [
  ...(['section-47', 'missing-response', 'mash-enquiry'] as const).map(choice),
  EMERGENCY,
];

export type SearchPurpose = 'mash-enquiry' | 'section-47' | 'emergency';
const OF_SEARCHES: ReadonlySet<string> = new Set(SEARCH_PURPOSES.map(({ value }) => value));
export const isSearchPurpose = (purpose: string): purpose is SearchPurpose => OF_SEARCHES.has(purpose);
