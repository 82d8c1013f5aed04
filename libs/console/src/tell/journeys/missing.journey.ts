import { authorities, authority, choice, moment, optional, text, words } from '../questions/fields';
import { FORCES } from '../labels/forces.labels';
import { FROM, KINDS, RISKS } from '../labels/missing.labels';
import { hostSteps, withHost } from './host';
import type { Journey } from './journey';
import { childSteps, contactStep, isRestricted, restrictedStep, riskSteps, withChild } from './parts';

const HOST = { field: 'host', unknown: 'hostUnknown' };

/** Statutory guidance on children who go missing (DfE, January 2014). At night little is known: four pages are enough. */
export const missingJourney: Journey = {
  ...{ name: 'missing', action: 'missing/report', category: 'missing', opens: true },
  ...{ title: 'Report a missing child', sends: 'Send the report now' },
  roles: ['placing-practitioner', 'duty-desk'],
  postcode: 'postcode',
  steps: [
    ...childSteps,
    {
      ...{ id: 'missing', title: 'What happened?' },
      questions: [
        choice('kind', 'Is the child missing?', KINDS),
        choice('from', 'From where?', FROM),
        moment('lastSeen', 'Last seen'),
        text('lastSeenPlace', 'Where the child was last seen', { ...optional, max: 1000 }),
      ],
    },
    restrictedStep('placement'),
    ...hostSteps({
      ...{ ...HOST, postcode: 'postcode', address: 'placementAddress' },
      ...{ title: 'Where does the child live?', hostTitle: 'Which authority is that in?' },
      when: (answers) => !isRestricted(answers),
    }),
    {
      ...{ id: 'areas', title: 'Where may the child turn up?' },
      lead: 'Each authority that you name is told at once, so that it can look out for the child.',
      questions: [authorities('areasAtRisk', 'Areas', { most: 6 })],
    },
    {
      ...{ id: 'police', title: 'What do the police know?' },
      questions: [
        choice('policeForce', 'Police force', FORCES, { ...optional, select: true }),
        { kind: 'instant', name: 'reportedToPoliceAt', label: 'When the police were told', ...optional },
        text('policeReference', 'Police reference', { ...optional, max: 60, width: '20' }),
        choice('risk', 'Police grade of risk', RISKS, { ...optional }),
      ],
    },
    {
      ...{ id: 'search', title: 'What helps to find the child?' },
      lead: 'All of it may be left empty and told later.',
      questions: [
        words('description', 'What the child looks like and wears, needs and medicine', {
          max: 4000,
          rows: 4,
        }),
        words('circumstances', 'How the child came to be missing', { rows: 4 }),
        words('knownAssociates', 'People and addresses that the child goes to', { max: 4000, rows: 4 }),
      ],
    },
    ...riskSteps,
    {
      ...{ id: 'whose', title: 'Which authority is responsible for the child?' },
      lead: 'Leave it empty for a child of your own authority.',
      questions: [authority('responsibleAuthority', 'Responsible authority', { ...optional })],
    },
    contactStep,
  ],
  finish: (body, answers) => withHost(withChild(body, answers), answers, HOST),
};
