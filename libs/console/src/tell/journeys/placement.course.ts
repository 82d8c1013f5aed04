import { choice, date, flag, optional, several, text } from '../questions/fields';
import { NOTICES, PLACEMENT_WITHDRAWN, SUPPLIED, SUPPLIES } from '../labels/placement.labels';
import {
  LEGAL_STATUSES,
  PLACEMENT_TYPES,
  PROVIDERS,
  REASONS_CEASED,
  REASONS_FOR_CHANGE,
} from '../labels/ssda903.labels';
import { hostSteps, withHost } from './host';
import type { Journey } from './journey';
import { contactStep, narrative } from './parts';
import { HOST } from './placement.steps';

const OVER = ['PlacementEnded', 'PlacementWithdrawn'];
const isOver = (types: readonly string[]): boolean => types.some((type) => OVER.includes(type));
const isLive = (types: readonly string[]): boolean => !isOver(types);
/** A host that was only consulted has no child placed with it yet. */
const isPlaced = (types: readonly string[]): boolean => types.includes('PlacementNotified');

const course = (
  name: string,
  rest: Pick<Journey, 'title' | 'sends' | 'steps'> & Partial<Journey>,
): Journey => ({
  ...{ name: `placement-${name}`, action: `placement/${name}`, category: 'placement', opens: false },
  ...{ roles: ['placing-practitioner'], ours: true, offered: (types) => isLive(types) && isPlaced(types) },
  ...rest,
});

const toldOn = date('toldByOtherMeansOn', 'When the host was told in writing before this, if it was', {
  ...{ ...optional, past: true },
});

/** What the placing authority may tell of a placement afterwards: CPPCR Regs 2010, regs 13 and 14. */
export const placementCourse: readonly Journey[] = [
  course('supply', {
    ...{ title: 'Say that the papers were supplied', sends: 'Tell the host', offered: isLive },
    steps: [
      {
        ...{ id: 'papers', title: 'What has the host been given?' },
        questions: [several('supplied', 'What has the host been given?', SUPPLIES), toldOn, narrative()],
      },
    ],
  }),
  course('change', {
    ...{ title: 'The carer moved, and the child with them', sends: 'Tell the new and the old host' },
    postcode: 'postcode',
    steps: [
      {
        ...{ id: 'move', title: 'When did the carer move?' },
        questions: [date('changedOn', 'Day of the move'), choice('notice', 'Was it planned?', NOTICES)],
      },
      ...hostSteps({
        ...{ ...HOST, postcode: 'postcode', address: 'address' },
        ...{ title: 'Where does the child live now?', hostTitle: 'Which authority is that in?' },
      }),
      {
        ...{ id: 'papers', title: 'Does the new host have the papers?' },
        questions: [
          choice('carePlan', 'Care plan', SUPPLIED, { ...optional }),
          choice('assessment', 'Assessment of needs', SUPPLIED, { ...optional }),
          toldOn,
        ],
      },
      contactStep,
      {
        id: 'words',
        title: 'What should the new host know?',
        questions: [narrative('What should the new host know?')],
      },
    ],
    finish: (body, answers) => withHost(body, answers, HOST),
  }),
  course('end', {
    ...{ title: 'The placement ends or has ended', sends: 'Tell the host' },
    steps: [
      {
        ...{ id: 'end', title: 'How does the placement end?' },
        lead: 'The host is told before the end or, where that cannot be, within 10 working days after it (reg 14).',
        questions: [
          date('endedOn', 'Last day of the placement'),
          choice('reasonForPlacementChange', 'Why the placement ends', REASONS_FOR_CHANGE, {
            ...optional,
            select: true,
          }),
          choice('reasonEpisodeCeased', 'Why the episode of care ends, if it does', REASONS_CEASED, {
            ...{ ...optional, select: true },
          }),
          toldOn,
          narrative(),
        ],
      },
    ],
  }),
  course('correct', {
    ...{ title: 'Something that we told is wrong', sends: 'Put it right for everyone who was told' },
    offered: (types) => isPlaced(types) && !types.includes('PlacementWithdrawn'),
    steps: [
      {
        ...{ id: 'correct', title: 'What should have been told?' },
        lead: 'Fill in only what was wrong. Everyone who was told is told what is right.',
        questions: [
          date('startsOn', 'First day of the placement', { ...optional }),
          date('expectedEndOn', 'Expected end', { ...optional }),
          date('endedOn', 'Last day of the placement', { ...optional }),
          flag('stillOpen', 'End told in error', 'The placement goes on: its end was told by mistake'),
          choice('placementType', 'Type of placement', PLACEMENT_TYPES, { ...optional, select: true }),
          choice('provider', 'Who provides it', PROVIDERS, { ...optional, select: true }),
          text('providerUrn', 'Ofsted number (URN)', { ...optional, max: 8, width: '10' }),
          choice('legalStatus', 'Legal status', LEGAL_STATUSES, { ...optional, select: true }),
          flag('restricted', 'Protection', 'The placement has to be kept from everyone'),
          narrative('What was wrong'),
        ],
      },
    ],
  }),
  course('withdraw', {
    ...{ title: 'The notice was sent by mistake', sends: 'Recall the notice' },
    offered: (types) => !types.includes('PlacementWithdrawn'),
    steps: [
      {
        ...{ id: 'withdraw', title: 'Why is the notice recalled?' },
        lead: 'Everyone who was told is asked to take it out of their records.',
        questions: [choice('reason', 'Reason', PLACEMENT_WITHDRAWN), narrative()],
      },
    ],
  }),
];
