import { choice, date, flag, optional, several, text, words } from '../questions/fields';
import {
  COHORTS,
  CONFERENCE_OUTCOMES,
  DECLINE_REASONS,
  INFORMATION_KINDS,
  MOVE_WITHDRAWN,
  PERMANENCES,
  WHEREABOUTS,
} from '../labels/move.labels';
import { choices } from '../labels/choices';
import type { Step } from '../questions/question';
import type { Journey, SendingRole } from './journey';

const EITHER: readonly SendingRole[] = ['placing-practitioner', 'duty-desk', 'mash'];
const ORIGINATING: readonly SendingRole[] = ['placing-practitioner'];
const RECEIVING: readonly SendingRole[] = ['duty-desk', 'mash'];
const isLive = (types: readonly string[]): boolean => !types.includes('MoveWithdrawn');
const explanation = words('explanation', 'Say it in words', {
  hint: 'Sealed. Shown to the other authority alone.',
});

const course = (
  name: string,
  [title, sends]: readonly [title: string, sends: string],
  step: Step,
  roles: readonly SendingRole[] = EITHER,
): Journey => ({
  ...{ name: `move-${name}`, action: `move/${name}`, category: 'move', opens: false },
  ...{ roles, title, sends, steps: [step], offered: isLive },
});

const OTHER = 'Tell the other authority';

/** What either side of a move may tell, until responsibility is handed over. */
export const moveCourse: readonly Journey[] = [
  course(
    'supply-information',
    ['Written information was supplied', OTHER],
    {
      ...{ id: 'supply', title: 'What was supplied?' },
      questions: [
        date('suppliedOn', 'Day on which the other authority got it', { past: true }),
        several('kinds', 'What was supplied?', INFORMATION_KINDS),
        choice(
          'complete',
          'Is the written information complete now?',
          choices({ yes: 'Yes', no: 'No, more is to come' }),
        ),
        explanation,
      ],
    },
    ORIGINATING,
  ),
  course(
    'accept',
    ['Accept the referral', OTHER],
    {
      ...{ id: 'accept', title: 'When was it accepted?' },
      questions: [date('acceptedOn', 'Day of the acceptance', { past: true }), explanation],
    },
    RECEIVING,
  ),
  course(
    'decline',
    ['Decline the referral', OTHER],
    {
      ...{ id: 'decline', title: 'Why is it declined?' },
      questions: [
        date('declinedOn', 'Day of the decline', { past: true }),
        choice('reason', 'Reason', DECLINE_REASONS),
        explanation,
      ],
    },
    RECEIVING,
  ),
  course(
    'conference-held',
    ['The transfer-in conference was held', OTHER],
    {
      ...{ id: 'conference', title: 'What did the conference decide?' },
      questions: [
        date('heldOn', 'Day of the conference', { past: true }),
        choice('conferenceOutcome', 'Decision', CONFERENCE_OUTCOMES),
        explanation,
      ],
    },
    RECEIVING,
  ),
  course('arrived', ['The child arrived', OTHER], {
    ...{ id: 'arrived', title: 'When did the child arrive?' },
    questions: [date('arrivedOn', 'Day of the arrival', { past: true }), explanation],
  }),
  course('not-arrived', ['The child did not arrive', OTHER], {
    ...{ id: 'not-arrived', title: 'Where is the child thought to be?' },
    questions: [
      date('learnedOn', 'Day on which it became known', { past: true }),
      choice('whereabouts', 'Where', WHEREABOUTS),
      explanation,
    ],
  }),
  course('became-permanent', ['A temporary move is permanent now', OTHER], {
    ...{ id: 'permanent', title: 'From when is the move permanent?' },
    questions: [date('permanentFrom', 'Permanent from'), explanation],
  }),
  course(
    'hand-over',
    ['Hand over responsibility', OTHER],
    {
      ...{ id: 'hand-over', title: 'From when is the other authority responsible?' },
      questions: [date('handedOverOn', 'Handed over on'), explanation],
    },
    ORIGINATING,
  ),
  course('correct', ['Something that we told is wrong', 'Put it right for everyone who was told'], {
    ...{ id: 'correct', title: 'What should have been told?' },
    lead: 'Fill in only what was wrong.',
    questions: [
      date('movedOn', 'Day of the move', { ...optional }),
      date('expectedOn', 'Expected on', { ...optional }),
      choice('cohort', 'Which support moves with the child?', COHORTS, { ...optional, select: true }),
      choice('permanence', 'Is the move meant to last?', PERMANENCES, { ...optional }),
      text('newAddress', 'New address', { ...optional, max: 500 }),
      flag('addressRestricted', 'Protection', 'The new address has to be kept from everyone'),
      words('narrative', 'What was wrong'),
    ],
  }),
  course('withdraw', ['The notice was sent by mistake', 'Recall the notice'], {
    ...{ id: 'withdraw', title: 'Why is the notice recalled?' },
    questions: [choice('reason', 'Reason', MOVE_WITHDRAWN), explanation],
  }),
].map((journey) =>
  journey.name === 'move-supply-information'
    ? { ...journey, finish: (body) => ({ ...body, complete: body['complete'] === 'yes' }) }
    : journey,
);
