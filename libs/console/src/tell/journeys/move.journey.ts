import { choice, date, flag, optional, saysIn, text } from '../questions/fields';
import { textOf } from '../questions/question';
import type { Answers } from '../questions/question';
import type { Body } from '../questions/body-of';
import { choices } from '../labels/choices';
import { COHORTS, HOUSING_FUNCTIONS, PERMANENCES, PLAN_CATEGORIES } from '../labels/move.labels';
import { hostSteps, withHost } from './host';
import type { Journey, Teller } from './journey';
import { childSteps, contactStep, narrative, withChild } from './parts';

const DIRECTION = 'direction';
const isLeaving = (answers: Answers): boolean => textOf(answers, DIRECTION) === 'leaving';

/** Both sides: one is the teller’s own, the other was asked for. */
const withSides = (body: Body, answers: Answers, { authority }: Teller): Body => {
  const other = isLeaving(answers) ? 'to' : 'from';
  const own = isLeaving(answers) ? 'from' : 'to';
  const { otherPostcode, otherAddress, ...rest } = body;
  const where = isLeaving(answers)
    ? { newPostcode: otherPostcode, newAddress: otherAddress }
    : { oldPostcode: otherPostcode, oldAddress: otherAddress };
  const said = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined));
  const sides = { ...rest, ...said, [`${own}Authority`]: authority };
  return withHost(sides, answers, { field: `${other}Authority`, unknown: `${other}Unknown` });
};

const aboutPlace = (name: string): readonly string[] =>
  name === 'otherPostcode' ? ['oldPostcode', 'newPostcode'] : ['oldAddress', 'newAddress'];
const ABOUT_SIDES = ['fromAuthority', 'toAuthority', 'fromUnknown', 'toUnknown'];

export const moveJourney: Journey = {
  ...{ name: 'move', action: 'move/notify', category: 'move', opens: true },
  ...{ title: 'Tell the other authority of a family or young person who moves', sends: 'Send the notice' },
  roles: ['placing-practitioner', 'duty-desk', 'mash'],
  postcode: 'otherPostcode',
  steps: [
    ...childSteps,
    {
      ...{ id: 'move', title: 'Who moves, and which way?' },
      questions: [
        choice(
          DIRECTION,
          'Which way?',
          choices({
            leaving: 'Out of our area, to another authority',
            arriving: 'Into our area, from another authority',
          }),
          { steers: true },
        ),
        choice('cohort', 'Which support moves with the child?', COHORTS),
        choice('permanence', 'Is the move meant to last?', PERMANENCES),
      ],
    },
    {
      ...{ id: 'when', title: 'When?' },
      lead: 'Give the day of the move, or the day on which it is expected.',
      questions: [
        date('movedOn', 'Day of the move', { ...optional, past: true }),
        date('expectedOn', 'Expected on', { ...optional }),
        date('temporaryUntil', 'Until when a temporary stay is meant to last', {
          ...{ ...optional, when: saysIn('permanence', 'temporary') },
        }),
      ],
    },
    {
      ...{ id: 'protected', title: 'Must the new address be kept from everyone?' },
      lead: 'For a refuge or a flight from abuse. Then the new address, the household and your words are shown to nobody else.',
      questions: [flag('addressRestricted', 'Protection', 'Yes, keep the new address from everyone')],
    },
    ...hostSteps({
      ...{ field: 'toAuthority', unknown: 'toUnknown', postcode: 'otherPostcode', address: 'otherAddress' },
      ...{ title: 'Where is the other end of the move?', hostTitle: 'Which authority is that in?' },
    }).map((step) => ({
      ...step,
      questions: step.questions.map((question) =>
        step.id === 'host'
          ? { ...question, about: ABOUT_SIDES }
          : { ...question, about: aboutPlace(question.name) },
      ),
    })),
    {
      ...{ id: 'plan', title: 'What plan is there?', when: saysIn('cohort', 'child-protection-plan') },
      questions: [
        choice('planCategory', 'Latest category of the plan', PLAN_CATEGORIES, { ...optional, select: true }),
        date('planStartedOn', 'Start of the plan', { ...optional, past: true }),
        flag('section47Open', 'Section 47', 'Section 47 enquiries are open too'),
      ],
    },
    {
      ...{ id: 'housing', title: 'What housing is it?', when: saysIn('cohort', 'homeless-household') },
      lead: 'Section 208 asks for notice within 14 days of the accommodation being made available.',
      questions: [
        date('accommodationAvailableOn', 'Accommodation available on', { ...optional }),
        choice('housingFunction', 'Housing function', HOUSING_FUNCTIONS, { ...optional, select: true }),
        text('applicantName', 'Name of the applicant', { ...optional, max: 200 }),
      ],
    },
    {
      ...{ id: 'household', title: 'Who is in the household?' },
      questions: [
        { kind: 'count', name: 'adultCount', label: 'Adults', min: 0, max: 30, ...optional },
        { kind: 'count', name: 'childCount', label: 'Children', min: 0, max: 30, ...optional },
        text('householdDescription', 'Who they are', { ...optional, max: 2000 }),
        flag('unborn', 'Unborn child', 'The child is not born yet'),
      ],
    },
    contactStep,
    {
      id: 'words',
      title: 'What should the other authority know?',
      questions: [narrative('What should the other authority know?')],
    },
  ],
  finish: (body, answers, teller) => withSides(withChild(body, answers), answers, teller),
};
