import { choice, date, optional } from '../questions/fields';
import type { Step } from '../questions/question';
import { NOTICES, SUPPLIED } from '../labels/placement.labels';
import { withHost } from './host';
import type { Journey } from './journey';
import { childSteps, restrictedStep, withChild } from './parts';
import { HOST, careStep, kindStep, knownSteps, whereSteps } from './placement.steps';

const papersStep = (lead: string): Step => ({
  ...{ id: 'papers', title: 'Does the host have the papers?', lead },
  questions: [
    choice('carePlan', 'Care plan', SUPPLIED, { ...optional }),
    choice('assessment', 'Assessment of needs', SUPPLIED, { ...optional }),
    date('toldByOtherMeansOn', 'When the host was told in writing before this, if it was', {
      ...optional,
      past: true,
    }),
  ],
});

const OWED =
  'The host is owed the care plan and the assessment with the notice (reg 13(4)). What is still to come stays your task.';

/** What a notice of a placement says of it; who the child is comes before that, or is known. */
export const noticeSteps = (papersLead = OWED): readonly Step[] => [
  {
    ...{ id: 'start', title: 'When does the placement start?' },
    questions: [
      date('startsOn', 'First day of the placement'),
      choice('notice', 'Was it planned?', NOTICES),
      date('expectedEndOn', 'Expected end', { ...optional }),
    ],
  },
  kindStep,
  restrictedStep('placement'),
  ...whereSteps('Where will the child live?'),
  careStep,
  papersStep(papersLead),
  ...knownSteps,
];

/** Care Planning, Placement and Case Review Regs 2010, reg 13(4): what the area authority is told. */
export const placementJourney: Journey = {
  ...{ name: 'placement', action: 'placement/notify', category: 'placement', opens: true },
  ...{ title: 'Tell the host authority of a placement', sends: 'Send the notice' },
  roles: ['placing-practitioner'],
  postcode: 'postcode',
  steps: [...childSteps, ...noticeSteps()],
  finish: (body, answers) => withHost(withChild(body, answers), answers, HOST),
};
