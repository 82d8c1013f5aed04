import { authorities, authority, choice, date, moment, optional, text, words } from '../questions/fields';
import { FORCES } from '../labels/forces.labels';
import {
  DECLINED_BY,
  FOUND_BY,
  INTERVIEWERS,
  KINDS,
  MISSING_WITHDRAWN,
  RISKS,
  TRIGGERS,
} from '../labels/missing.labels';
import type { Step } from '../questions/question';
import type { Journey } from './journey';
import { narrative } from './parts';

const has =
  (...wanted: readonly string[]) =>
  (types: readonly string[]): boolean =>
    wanted.some((type) => types.includes(type));
const hasNot =
  (...unwanted: readonly string[]) =>
  (types: readonly string[]): boolean =>
    !has(...unwanted)(types);
const isOpen = hasNot('MissingFound', 'MissingClosed', 'MissingWithdrawn');
const isBack = (types: readonly string[]): boolean =>
  has('MissingFound')(types) && hasNot('MissingWithdrawn', 'MissingInterviewHeld')(types);

const course = (
  name: string,
  [title, sends]: readonly [title: string, sends: string],
  step: Step,
  offered: NonNullable<Journey['offered']>,
): Journey => ({
  ...{ name: `missing-${name}`, action: `missing/${name}`, category: 'missing', opens: false },
  ...{ roles: ['placing-practitioner', 'duty-desk'], title, sends, steps: [step], offered },
});

const interviewer = text('interviewer', 'Name of the interviewer', { ...optional, max: 120 });

/** What may be told of a missing child until the return interview is held (DfE guidance, January 2014). */
export const missingCourse: readonly Journey[] = [
  course(
    'found',
    ['The child was found or came back', 'Tell everyone who was told'],
    {
      ...{ id: 'found', title: 'How was the child found?' },
      lead: 'From here on the 72 hours for the return interview are counted.',
      questions: [
        moment('when', 'Found or returned'),
        choice('foundBy', 'Who found the child?', FOUND_BY, { ...optional }),
        authority('area', 'In which area', { ...optional }),
        text('whereabouts', 'Where', { ...optional, max: 1000 }),
        narrative(),
      ],
    },
    isOpen,
  ),
  course(
    'sighting',
    ['The child was seen', 'Tell everyone who was told'],
    {
      ...{ id: 'seen', title: 'Where and when was the child seen?' },
      questions: [
        moment('when', 'Seen'),
        authority('area', 'In which area', { ...optional, hint: 'That authority is told too' }),
        text('place', 'Where', { ...optional, max: 1000 }),
        narrative(),
      ],
    },
    isOpen,
  ),
  course(
    'update',
    ['There is something new', 'Tell everyone who was told'],
    {
      ...{ id: 'update', title: 'What is new?' },
      lead: 'Fill in only what is new. Areas that you add get the whole notice.',
      questions: [
        choice('risk', 'Police grade of risk', RISKS, { ...optional }),
        choice('policeForce', 'Police force', FORCES, { ...optional, select: true }),
        text('policeReference', 'Police reference', { ...optional, max: 60, width: '20' }),
        authorities('areasAtRisk', 'Further areas where the child may turn up'),
        words('description', 'What the child looks like and wears', { max: 4000, rows: 4 }),
        words('circumstances', 'What happened', { rows: 4 }),
        words('knownAssociates', 'People and addresses that the child goes to', { max: 4000, rows: 4 }),
      ],
    },
    isOpen,
  ),
  course(
    'interview-offered',
    ['A return interview was offered', 'Record it'],
    {
      ...{ id: 'offered', title: 'When was the return interview offered?' },
      questions: [
        moment('when', 'Offered'),
        authority('commissioned', 'Authority that is asked to hold it', { ...optional }),
        interviewer,
        narrative(),
      ],
    },
    isBack,
  ),
  course(
    'interview-accepted',
    ['The return interview was accepted', 'Record it'],
    {
      ...{ id: 'accepted', title: 'When was the return interview accepted?' },
      questions: [moment('when', 'Accepted'), interviewer, narrative()],
    },
    isBack,
  ),
  course(
    'interview-held',
    ['The return interview was held', 'Record it'],
    {
      ...{ id: 'held', title: 'When was the return interview held?' },
      questions: [
        moment('when', 'Held'),
        choice('heldBy', 'By whom?', INTERVIEWERS),
        interviewer,
        narrative(),
      ],
    },
    isBack,
  ),
  course(
    'interview-declined',
    ['The return interview was declined', 'Record it'],
    {
      ...{ id: 'declined', title: 'When was the return interview declined?' },
      questions: [
        moment('when', 'Declined'),
        choice('declinedBy', 'By whom?', DECLINED_BY),
        interviewer,
        narrative(),
      ],
    },
    isBack,
  ),
  course(
    'strategy-discussed',
    ['A strategy discussion was held', 'Record it'],
    {
      ...{ id: 'strategy', title: 'When was the strategy discussion?' },
      questions: [moment('when', 'Held'), choice('trigger', 'What set it off?', TRIGGERS), narrative()],
    },
    hasNot('MissingWithdrawn'),
  ),
  course(
    'close',
    ['The child turned eighteen', 'Close the episode'],
    {
      ...{ id: 'close', title: 'When did the child turn eighteen?' },
      questions: [date('turnedEighteenOn', 'Eighteenth birthday'), narrative()],
    },
    isOpen,
  ),
  course(
    'correct',
    ['Something that we told is wrong', 'Put it right for everyone who was told'],
    {
      ...{ id: 'correct', title: 'What should have been told?' },
      lead: 'Fill in only what was wrong.',
      questions: [
        choice('kind', 'Is the child missing?', KINDS, { ...optional }),
        moment('lastSeen', 'Last seen', { ...optional }),
        text('lastSeenPlace', 'Where the child was last seen', { ...optional, max: 1000 }),
        choice('policeForce', 'Police force', FORCES, { ...optional, select: true }),
        narrative('What was wrong'),
      ],
    },
    hasNot('MissingWithdrawn'),
  ),
  course(
    'withdraw',
    ['The report was sent by mistake', 'Recall the report'],
    {
      ...{ id: 'withdraw', title: 'Why is the report recalled?' },
      lead: 'A child who came back was found: do not recall the report then.',
      questions: [choice('because', 'Reason', MISSING_WITHDRAWN), narrative()],
    },
    hasNot('MissingWithdrawn'),
  ),
];
