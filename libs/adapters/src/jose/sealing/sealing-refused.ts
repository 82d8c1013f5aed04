import { IbexError } from '@ibex/kernel';

/** Why something sealed is not opened. Closed: whoever receives may act on the code. None says what was inside. */
const REASONS = {
  'sealing/not-compact': 'it is not a compact JWE in its one spelling',
  'sealing/too-long': 'it is longer than anything that an exchange seals',
  'sealing/compression-refused': 'it is compressed, which no exchange does',
  'sealing/critical-header-refused': 'its header holds extensions that must be understood, and are not',
  'sealing/algorithm-refused': 'its key was brought along in a way that is not allowed here',
  'sealing/encryption-refused': 'its content is encrypted in a way that is not allowed here',
  'sealing/header-refused': 'its header is not the one that an exchange writes',
  'sealing/another-content': 'it holds another kind of content',
  'sealing/another-entry': 'it was sealed for another entry',
  'sealing/unknown-key': 'it is sealed to a key that is not here',
  'sealing/broken': 'it was changed on its way, or sealed to another key than it names',
  'sealing/content-refused': 'what is inside is not an object in JSON',
} as const;
export type SealingFault = keyof typeof REASONS;

export class SealingRefused extends IbexError {
  constructor(
    readonly fault: SealingFault,
    options?: ErrorOptions,
  ) {
    super(fault, `the sealed text is not opened: ${REASONS[fault]}`, options);
  }
}
