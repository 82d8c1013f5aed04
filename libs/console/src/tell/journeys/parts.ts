import { date, choice, flag, optional, saysAny, several, text, words } from '../questions/fields';
import { nhsNumberFault, postcodeFault, toPostcode } from '../questions/numbers';
import { textOf } from '../questions/question';
import type { Answers, Question, Step } from '../questions/question';
import { ETHNICITIES, SEXES } from '../labels/person.labels';
import { MISSING_HISTORIES, NRM_STAGES, RISK_FLAGS, SCALES } from '../labels/risk.labels';

export const postcode = (name: string, label: string) =>
  text(name, label, {
    ...{ max: 12, width: '10', optional: true, fault: postcodeFault, toValue: toPostcode },
    hint: 'Used to find the authority. It is kept sealed and shown to nobody who need not know it.',
  });

/** Whether an own record was taken instead of new details. */
export const RECORD = 'recordRef';
export const NEW_CHILD = 'new';
const isNew = (answers: Answers): boolean => ['', NEW_CHILD].includes(textOf(answers, RECORD));

const whoSteps = (): readonly Question[] => [
  text('child.localId', 'Your own number for the child', {
    ...{ max: 40, width: '20', about: ['child'] },
    hint: 'As in your case system. IBEX uses it to know the child again and shows it to nobody else.',
  }),
  text('child.forename', 'Forename', { ...optional }),
  text('child.surname', 'Surname', { ...optional }),
  date('child.dateOfBirth', 'Date of birth', { ...optional, past: true }),
];

/** Who the child is: one page for the name, one for the numbers, and one where records look alike. */
export const childSteps: readonly Step[] = [
  {
    ...{ id: 'child', title: 'Who is the child?', questions: whoSteps() },
    lead: 'Only the number is needed. A name and a date of birth let those who are told know the child.',
  },
  {
    ...{ id: 'child-numbers', title: 'What else do you know of the child?' },
    lead: 'All of it may be left empty. It is sealed, and shown only to those who are told.',
    questions: [
      choice('child.sex', 'Sex', SEXES, { ...optional }),
      choice('child.ethnicity', 'Ethnicity', ETHNICITIES, { ...optional, select: true }),
      text('child.nhsNumber', 'NHS number', {
        ...{ ...optional, max: 20, width: '20', fault: nhsNumberFault },
        toValue: (typed) => typed.replaceAll(/\D/g, ''),
      }),
      text('child.upn', 'Unique pupil number', {
        ...{ ...optional, max: 13, width: '20', toValue: (typed) => typed.toUpperCase() },
        hint: '13 characters, or UN1 to UN7 where there is none',
      }),
      postcode('child.homePostcode', 'Postcode of the child’s own home'),
    ],
  },
  {
    ...{ id: 'same-child', title: 'Is it one of these children?', part: 'known' },
    questions: [
      choice(
        RECORD,
        'Is it one of these children?',
        [{ value: NEW_CHILD, text: 'No, this is another child' }],
        {
          steers: true,
        },
      ),
    ],
  },
];

/** The child by the record that was chosen, or with its details: never both. */
export const withChild = (body: Readonly<Record<string, unknown>>, answers: Answers) => {
  if (isNew(answers)) return body;
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'child'));
  return { ...rest, recordRef: textOf(answers, RECORD) };
};

export const riskSteps: readonly Step[] = [
  {
    ...{ id: 'risk', title: 'What is known of risk?' },
    lead: 'In codes, so that it is read at a glance. Explain it in words on a later page.',
    questions: [
      choice('known.missingHistory', 'Has the child gone missing before?', MISSING_HISTORIES, {
        ...optional,
      }),
      several('known.flags', 'What should be known at a glance?', RISK_FLAGS, { ...optional }),
      choice('known.nrmStage', 'National Referral Mechanism', NRM_STAGES, { ...optional, select: true }),
      choice('known.exploitation.scaleId', 'Scale of exploitation risk', SCALES, {
        ...optional,
        select: true,
      }),
      text('known.exploitation.label', 'Level on that scale', {
        ...{ ...optional, max: 30, width: '20', neededWhen: saysAny('known.exploitation.scaleId') },
        hint: 'The word or number of your own scale, for example medium',
      }),
    ],
  },
];

const contact = (who: string, label: string): readonly Question[] => [
  text(`contacts.${who}.name`, `${label}: name`, { ...optional, max: 120 }),
  text(`contacts.${who}.phone`, `${label}: telephone`, { ...optional, max: 30, width: '20', type: 'tel' }),
  text(`contacts.${who}.email`, `${label}: email`, { ...optional, max: 254, type: 'email' }),
];

export const contactStep: Step = {
  ...{ id: 'contacts', title: 'Who can be rung about the child?' },
  lead: 'Whoever is told will want to ring somebody, also at night.',
  questions: [...contact('socialWorker', 'Social worker'), ...contact('outOfHours', 'Out of hours')],
};

export const narrative = (label = 'Say it in words'): Question =>
  words('narrative', label, { hint: 'Sealed. Shown only to those who are told and may see it.' });

export const restrictedStep = (what: string): Step => ({
  ...{ id: 'restricted', title: `Must the ${what} be kept from everyone?` },
  lead: 'For a refuge, a protected address or a placement for adoption. Then no other authority is told where the child is.',
  questions: [
    flag('restricted', 'Protection', `Yes, keep the ${what} from everyone, also from the host authority`),
  ],
});
export const isRestricted = (answers: Answers): boolean => textOf(answers, 'restricted') === 'yes';
