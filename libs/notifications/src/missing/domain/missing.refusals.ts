import { refuse } from '@ibex/kernel';
import type { Decision, Refusal } from '@ibex/kernel';

/** Every refusal of the missing rules with its sentence. */
export const MISSING_REFUSALS = {
  'missing/already-reported': 'This missing episode has been reported before.',
  'missing/not-known': 'No such missing episode is known to your authority.',
  'missing/not-a-reporter':
    'Only the authority responsible for the child, or the one in whose area the child is placed, can report.',
  'missing/not-responsible-authority':
    'Only the authority responsible for the child, or one that acts for it in this, can record this.',
  'missing/withdrawn': 'This notice has been withdrawn.',
  'missing/closed': 'This episode was closed at the eighteenth birthday.',
  'missing/not-open': 'The child has been found or has returned, so this episode is over.',
  'missing/found-already':
    'The child has been found or has returned. A mistake in it is put right by a correction.',
  'missing/not-found-yet': 'The child has not been found, so there is no return to correct.',
  'missing/found-before-missing': 'The child cannot have been found before it was last seen.',
  'missing/sighting-before-missing':
    'A sighting before the child was last seen belongs in a correction of the report.',
  'missing/in-the-future': 'The time lies in the future. Record what has happened.',
  'missing/interview-before-return': 'A return interview comes after the return.',
  'missing/interview-not-offered': 'No return interview is on offer: record the offer first.',
  'missing/interview-offered-already': 'A return interview is on offer already.',
  'missing/interview-accepted-already': 'The return interview has been accepted already.',
  'missing/interview-declined-already':
    'The return interview was declined. If it was offered again, record the new offer first.',
  'missing/interview-held-already': 'The return interview has been held.',
  'missing/not-yet-eighteen':
    'The eighteenth birthday lies in the future: the episode stays open until then.',
  'missing/eighteen-before-missing': 'The person was eighteen before this episode began.',
  'missing/nothing-to-correct': 'The correction changes nothing.',
  'missing/not-told': 'Nothing was sent to your authority about this episode that it could acknowledge.',
} as const;

export type MissingRefusalCode = keyof typeof MISSING_REFUSALS;
export type MissingRefusal = Refusal<MissingRefusalCode>;

export const deny = (code: MissingRefusalCode, field?: string): Decision<never, MissingRefusal> =>
  refuse(code, MISSING_REFUSALS[code], field);
