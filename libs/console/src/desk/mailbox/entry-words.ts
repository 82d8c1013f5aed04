/** What a filter calls the kinds of entries, by the middle of their message's name. */
export const CATEGORIES: Readonly<Record<string, string>> = {
  missing: 'Missing children',
  placement: 'Placements',
  move: 'Family and young people’s moves',
  exploitation: 'Exploitation concerns',
  delivery: 'Questions, answers and silence',
  clock: 'Duties due or late',
  feed: 'Our own postings',
  subscription: 'Our own channels',
  mailbox: 'Withdrawn',
};

const CAPACITIES: Readonly<Record<string, string>> = {
  host: 'The child is placed or lives in your area',
  'previous-host': 'The child was placed in your area until now',
  responsible: 'You are responsible for the child',
  receiving: 'The child is moving to your area',
  'area-at-risk': 'The child may come to your area',
  addressee: 'You are one of those who are told',
};

/** Why this authority, in a sentence. */
export const capacityInWords = (capacity: string): string => CAPACITIES[capacity] ?? 'You are told';

export const URGENCY_TAGS = {
  urgent: { text: 'Urgent', colour: 'red' },
  prompt: { text: 'Prompt', colour: 'yellow' },
  routine: { text: 'Routine', colour: 'grey' },
} as const;

const ACTIONS: Readonly<Record<string, string>> = {
  allocated: 'Given to somebody to deal with',
  visited: 'The child or the address was visited',
  'strategy-discussion': 'Strategy discussion held or called',
  'no-further-action': 'No further action by us',
  other: 'Something else',
};
export const actionInWords = (code: string): string => ACTIONS[code] ?? code;

const REASONS: Readonly<Record<string, string>> = {
  'already-known': 'We knew already and are acting on it',
  'threshold-not-met': 'It does not meet our threshold',
  'child-not-here': 'The child is not in our area',
  'another-authority-acts': 'Another authority is acting',
  'repeated-notice': 'It repeats an earlier notice',
  other: 'Another reason',
};
export const reasonInWords = (code: string): string => REASONS[code] ?? code;

const ROLES: Readonly<Record<string, string>> = {
  'duty-desk': 'duty desk',
  mash: 'MASH',
  'placing-practitioner': 'placements team',
  'system-client': 'case system',
};

type Touched = Readonly<{ person: string; role: string }>;

/** Who of the own authority: no names are known to the exchange. */
export const whoInWords = ({ person, role }: Touched, self: string): string =>
  person === self ? 'you' : `a colleague (${ROLES[role] ?? role})`;
