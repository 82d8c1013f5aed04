import { choice, date, optional, text } from '../questions/fields';
import { NOTICES, SUPPLIED } from '../labels/placement.labels';
import {
  LEGAL_STATUSES,
  NEEDS,
  PLACEMENT_TYPES,
  PROVIDERS,
  REASONS_FOR_NEW_EPISODE,
} from '../labels/ssda903.labels';
import { hostSteps, withHost } from './host';
import type { Journey } from './journey';
import {
  childSteps,
  contactStep,
  isRestricted,
  narrative,
  restrictedStep,
  riskSteps,
  withChild,
} from './parts';

const HOST = { field: 'host', unknown: 'hostUnknown' };

/** Care Planning, Placement and Case Review Regs 2010, reg 13(4): what the area authority is told. */
export const placementJourney: Journey = {
  ...{ name: 'placement', action: 'placement/notify', category: 'placement', opens: true },
  ...{ title: 'Tell the host authority of a placement', sends: 'Send the notice' },
  roles: ['placing-practitioner'],
  postcode: 'postcode',
  steps: [
    ...childSteps,
    {
      ...{ id: 'start', title: 'When does the placement start?' },
      questions: [
        date('startsOn', 'First day of the placement'),
        choice('notice', 'Was it planned?', NOTICES),
        date('expectedEndOn', 'Expected end', { ...optional }),
      ],
    },
    {
      ...{ id: 'kind', title: 'What kind of placement is it?' },
      questions: [
        choice('placementType', 'Type of placement', PLACEMENT_TYPES, { ...optional, select: true }),
        choice('provider', 'Who provides it', PROVIDERS, { ...optional, select: true }),
        text('providerName', 'Name of the home or carer', { ...optional, max: 200 }),
        text('providerUrn', 'Ofsted number (URN)', {
          ...optional,
          max: 8,
          width: '10',
          hint: 'For example SC012345',
        }),
      ],
    },
    restrictedStep('placement'),
    ...hostSteps({
      ...{ ...HOST, postcode: 'postcode', address: 'address' },
      ...{ title: 'Where will the child live?', hostTitle: 'Which authority is that in?' },
      when: (answers) => !isRestricted(answers),
    }),
    {
      ...{ id: 'care', title: 'What is the child’s legal status?' },
      questions: [
        choice('legalStatus', 'Legal status', LEGAL_STATUSES, { ...optional, select: true }),
        choice('reasonForNewEpisode', 'Why the episode begins', REASONS_FOR_NEW_EPISODE, {
          ...optional,
          select: true,
        }),
        choice('need', 'Main category of need', NEEDS, { ...optional, select: true }),
      ],
    },
    {
      ...{ id: 'papers', title: 'Does the host have the papers?' },
      lead: 'The host is owed the care plan and the assessment with the notice (reg 13(4)). What is still to come stays your task.',
      questions: [
        choice('carePlan', 'Care plan', SUPPLIED, { ...optional }),
        choice('assessment', 'Assessment of needs', SUPPLIED, { ...optional }),
        date('toldByOtherMeansOn', 'When the host was told in writing before this, if it was', {
          ...optional,
          past: true,
        }),
      ],
    },
    ...riskSteps,
    contactStep,
    {
      id: 'words',
      title: 'What should the host know?',
      questions: [narrative('What should the host know?')],
    },
  ],
  finish: (body, answers) => withHost(withChild(body, answers), answers, HOST),
};
