import { PURPOSES } from '@ibex/kernel';
import { codeInWords } from '../../frame/filters';
import { sentence } from '../../frame/cells';

/** A code in words of our own, else the code with spaces. */
const wordsFor =
  (words: Readonly<Record<string, string>>) =>
  (code: string): string =>
    words[code] ?? sentence(codeInWords(code));

export const purposeInWords = wordsFor(PURPOSES);

export const roleInWords = wordsFor({
  'duty-desk': 'Duty desk',
  mash: 'MASH',
  'placing-practitioner': 'Placements team',
  governance: 'Governance lead',
  'system-client': 'A system of the authority',
  operator: 'Operator',
});

/** What was looked at, by the names of views and routes. */
export const whatInWords = wordsFor({
  'child-chronology': 'Chronology of the child',
  'risk-picture': 'Signs of risk',
  'set-aside': 'Records that are not matched',
  'notice-detail': 'Detail of a notice',
  notice: 'Detail of a notice',
  'register-placed-here': 'Register of children placed here',
  'register-placed-elsewhere': 'List of own children placed elsewhere',
  'missing-episodes': 'List of missing episodes',
  'what-we-told': 'List of what the authority told',
  duties: 'List of duties',
  'record-found': 'Look-up by local number',
  'mash-search': 'Search by MASH',
  'search-met-restricted': 'Search that met a restricted record',
  'sealed-detail': 'Detail sent sealed',
  'restricted-fetch': 'Whereabouts of a restricted child',
  'task-letter': 'Letter to an authority',
});

export const urgencyColour = (urgency: string): string =>
  ({ urgent: 'red', prompt: 'yellow' })[urgency] ?? 'grey';

/** `uk.ibex.placement.notified` as `Placement notified`. */
export const messageInWords = (message: string): string =>
  sentence(message.replace(/^uk\.ibex\./, '').replaceAll(/[.\-_]/g, ' '));

/** The end of an opaque reference: enough to tell two people of one list apart. */
export const shortly = (reference: string): string =>
  reference.length > 24 ? `${reference.slice(0, 8)}…${reference.slice(-6)}` : reference;
