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

/** Of what is about no notice of somebody else. */
const ABOUT: Readonly<Record<string, string>> = {
  'uk.ibex.placement.consulted': 'A child may come to live in your area',
  'uk.ibex.delivery.query-asked': 'About a notice of yours',
  'uk.ibex.delivery.query-answered': 'About a question of yours',
  'uk.ibex.delivery.recipient-silent': 'About a notice of yours',
  'uk.ibex.clock.duty-warned': 'About a duty of yours',
  'uk.ibex.clock.escalation-stepped': 'About a duty of yours',
  'uk.ibex.feed.silent': 'About your authority’s own postings',
  'uk.ibex.subscription.troubled': 'About a channel of your authority',
  'uk.ibex.subscription.recovered': 'About a channel of your authority',
  'uk.ibex.mailbox.withdrawn': 'Nothing of it can be read any more',
};

/** Why this authority, in a sentence without its full stop. */
export const whyInWords = ({ type, capacity }: Readonly<{ type: string; capacity: string }>): string =>
  ABOUT[type] ?? CAPACITIES[capacity] ?? 'You are told';

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
