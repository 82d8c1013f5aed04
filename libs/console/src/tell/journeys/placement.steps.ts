import { choice, optional, text } from '../questions/fields';
import type { Step } from '../questions/question';
import {
  LEGAL_STATUSES,
  NEEDS,
  PLACEMENT_TYPES,
  PROVIDERS,
  REASONS_FOR_NEW_EPISODE,
} from '../labels/ssda903.labels';
import { hostSteps } from './host';
import { contactStep, isRestricted, narrative, riskSteps } from './parts';

/** How the body of a placement names its host. */
export const HOST = { field: 'host', unknown: 'hostUnknown' };

export const kindStep: Step = {
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
};

/** Nobody is asked for where it has to be kept from everyone. */
export const whereSteps = (title: string): readonly Step[] =>
  hostSteps({
    ...{ ...HOST, postcode: 'postcode', address: 'address' },
    ...{ title, hostTitle: 'Which authority is that in?' },
    when: (answers) => !isRestricted(answers),
  });

export const careStep: Step = {
  ...{ id: 'care', title: 'What is the child’s legal status?' },
  questions: [
    choice('legalStatus', 'Legal status', LEGAL_STATUSES, { ...optional, select: true }),
    choice('reasonForNewEpisode', 'Why the episode begins', REASONS_FOR_NEW_EPISODE, {
      ...optional,
      select: true,
    }),
    choice('need', 'Main category of need', NEEDS, { ...optional, select: true }),
  ],
};

/** What the host should know besides where the child lives. */
export const knownSteps: readonly Step[] = [
  ...riskSteps,
  contactStep,
  { id: 'words', title: 'What should the host know?', questions: [narrative('What should the host know?')] },
];
