import { choice, date, optional } from '../questions/fields';
import type { Answers } from '../questions/question';
import { SUPPLIED } from '../labels/placement.labels';
import { HOST_HOW, HOST_NAMED, withHost } from './host';
import type { Journey, NoticeFact } from './journey';
import { childSteps, withChild } from './parts';
import { noticeSteps } from './placement.journey';
import { HOST, kindStep, knownSteps, whereSteps } from './placement.steps';

const CONSULTED = 'PlacementHostConsulted';

/** CPPCR Regs 2010, reg 11(2)(d)(ii): before a child is placed at a distance, the area authority is consulted. */
export const consultationJourney: Journey = {
  ...{ name: 'placement-consult', action: 'placement/consult', category: 'placement', opens: true },
  ...{ title: 'Consult the host before a placement at a distance', sends: 'Send it to the host' },
  roles: ['placing-practitioner'],
  postcode: 'postcode',
  steps: [
    ...childSteps,
    {
      ...{ id: 'consulted', title: 'When do you consult the host?' },
      lead: 'The host is asked what you should know of its area before you decide. It is told again once the placement goes ahead.',
      questions: [
        date('consultedOn', 'Day on which the consultation begins'),
        date('intendedStartOn', 'Day on which the placement is meant to start', { ...optional }),
      ],
    },
    kindStep,
    ...whereSteps('Where would the child live?'),
    {
      ...{ id: 'care-plan', title: 'Does the host have the care plan?' },
      lead: 'The host is owed it before you decide (reg 11(2)(d)(ii)). If it is still to come, sending it stays your task.',
      questions: [choice('carePlan', 'Care plan', SUPPLIED, { ...optional })],
    },
    ...knownSteps,
  ],
  finish: (body, answers) => withHost(withChild(body, answers), answers, HOST),
};

const textIn = (part: unknown, name: string): string => {
  const value: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, name) : undefined;
  return typeof value === 'string' ? value : '';
};

const dated = (name: string, date: string): Answers => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};

const OPEN = ['placementType', 'provider', 'providerUrn'] as const;
const SEALED = ['postcode', 'address', 'providerName', 'narrative'] as const;

const hostIn = (data: Readonly<Record<string, unknown>>): Answers => {
  const gss = textIn(data['host'], 'gss');
  return gss === '' ? {} : { [HOST_HOW]: 'named', [HOST_NAMED]: gss };
};

/** What was said when the host was consulted, to be gone through again: the latest consultation of the notice. */
export const asConsulted = (facts: readonly NoticeFact[]): Answers => {
  const consulted = facts.findLast(({ type }) => type === CONSULTED);
  if (!consulted) return {};
  const { data, personal } = consulted;
  const said = [
    ...OPEN.map((name) => [name, textIn(data, name)] as const),
    ...SEALED.map((name) => [name, textIn(personal, name)] as const),
  ].filter(([, text]) => text !== '');
  const starts = textIn(data, 'intendedStartOn');
  return {
    ...Object.fromEntries(said),
    ...hostIn(data),
    ...(starts === '' ? {} : dated('startsOn', starts)),
  };
};

/** Whether the host was consulted about it, and has not been told yet that it goes ahead. */
const isConsulted = (types: readonly string[]): boolean =>
  types.includes(CONSULTED) &&
  !types.some((type) => type === 'PlacementNotified' || type === 'PlacementWithdrawn');

/** The notice of a placement about which its host was consulted: who the child is, is known. */
export const goAheadJourney: Journey = {
  ...{ name: 'placement-go-ahead', action: 'placement/go-ahead', category: 'placement', opens: false },
  ...{ title: 'The placement goes ahead: tell the host', sends: 'Send the notice' },
  ...{ roles: ['placing-practitioner'], ours: true, offered: isConsulted, begun: asConsulted },
  postcode: 'postcode',
  steps: noticeSteps('What you gave when you consulted the host need not be given again.'),
  finish: (body, answers) => withHost(body, answers, HOST),
};
