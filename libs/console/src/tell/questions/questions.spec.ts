import { bodyOf, withValue } from './body-of';
import { answered, faultsOfStep, firstOpen, placeOf, stepAfter, stepBefore } from './check-step';
import { authorities, authority, choice, date, flag, moment, saysIn, several, text, words } from './fields';
import { inWords } from './in-words';
import { nhsNumberFault, postcodeFault, toPostcode } from './numbers';
import { inputsOf, stepsAsked } from './question';
import type { Answers, Question, Step } from './question';
import { valueOf } from './value-of';

const TODAY = '2026-03-02';
const dated = (name: string, day: string, month: string, year: string): Answers => ({
  ...{ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year },
});
const said = (value: unknown) => ({ kind: 'said', value });
const fault = (of: string) => ({ kind: 'fault', text: of });

describe('what an answer comes to', () => {
  const born = date('child.dateOfBirth', 'Date of birth');

  it.each([
    [['14', '5', '2012'], said('2012-05-14')],
    [['1', 'March', '2012'], said('2012-03-01')],
    [['', '', ''], { kind: 'none' }],
    [['29', '2', '2011'], fault('Date of birth must be a real date, like 27 3 2025')],
    [['14', '', '2012'], fault('Date of birth must include a month')],
    [['14', '', ''], fault('Date of birth must include a month and year')],
    [['14', '5', '12'], fault('Date of birth must be a real date, like 27 3 2025')],
  ])('is a date, or what is wrong with it: %j', ([day = '', month = '', year = ''], value) => {
    expect(valueOf(born, dated('child.dateOfBirth', day, month, year))).toEqual(value);
  });

  const seen = moment('lastSeen', 'Last seen');
  const at = (time: string, day = '2'): Answers => ({
    ...dated('lastSeen', day, '7', '2026'),
    'lastSeen-time': time,
  });

  it.each([
    ['11:30pm', said({ at: '2026-07-02T22:30:00.000Z' })],
    ['23:30', said({ at: '2026-07-02T22:30:00.000Z' })],
    ['', said({ on: '2026-07-02' })],
    ['late', fault('Last seen must be a time, like 2:30am or 14:30')],
  ])('is an instant as a clock in London showed %s, or the day alone', (time, value) => {
    expect(valueOf(seen, at(time))).toEqual(value);
  });

  it('needs the time where a day alone says too little', () => {
    const told: Question = { kind: 'instant', name: 'lastSeen', label: 'Police told' };
    expect(valueOf(told, at(''))).toEqual(fault('Police told must be a time, like 2:30am or 14:30'));
    expect(valueOf(seen, { 'lastSeen-time': '9am' })).toEqual(fault('Last seen must include a date'));
  });

  const kind = choice('kind', 'Kind', [{ value: 'M', text: 'Missing' }]);
  const areas = authorities('areas', 'Areas', { most: 3, each: 'gss' });

  it.each<readonly [string, Question, Answers, object]>([
    ['one of the choices', kind, { kind: 'M' }, said('M')],
    ['no other than the choices', kind, { kind: 'X' }, fault('Select one of the answers to “Kind”')],
    ['several of them', several('flags', 'Flags', kind.choices), { flags: ['M'] }, said(['M'])],
    ['none of them', several('flags', 'Flags', kind.choices), { flags: [] }, { kind: 'none' }],
    ['areas, each once', areas, { 'areas-1': 'A', 'areas-3': 'A' }, said([{ gss: 'A' }])],
    ['a tick', flag('restricted', 'Protection', 'Yes'), { restricted: 'yes' }, said(true)],
    ['a number', { kind: 'count', name: 'n', label: 'Adults', min: 0, max: 30 }, { n: '2' }, said(2)],
    [
      'a number too large',
      { kind: 'count', name: 'n', label: 'Adults', min: 0, max: 30 },
      { n: '31' },
      fault('Adults must be between 0 and 30'),
    ],
    [
      'text that is too long',
      text('t', 'Address', { max: 3 }),
      { t: 'abcd' },
      fault('Address must be 3 characters or fewer'),
    ],
    [
      'text as the exchange writes it',
      text('t', 'Postcode', { toValue: toPostcode }),
      { t: 'cr01ea' },
      said('CR0 1EA'),
    ],
    ['words', words('w', 'Words'), { w: 'Line 1\nLine 2' }, said('Line 1\nLine 2')],
  ])('is %s', (_, question, answers, value) => {
    expect(valueOf(question, answers)).toEqual(value);
  });
});

describe('numbers', () => {
  it.each(['CR0 1EA', 'cr01ea', ' e1 6an ', 'SW1A-1AA', 'gir0aa'])('takes %s for a postcode', (typed) => {
    expect(postcodeFault(typed)).toBeUndefined();
  });
  it.each(['CR0', 'Croydon', '1AA CR0', 'CR0 1CI'])('does not take %s for one', (typed) => {
    expect(postcodeFault(typed)).toContain('Enter a full postcode');
  });
  it('knows an NHS number by its check digit', () => {
    expect(nhsNumberFault('999 054 8609')).toBeUndefined();
    expect(nhsNumberFault('999 054 8600')).toContain('10 digits');
    expect(nhsNumberFault('999054860')).toContain('10 digits');
  });
});

const steps: readonly Step[] = [
  { id: 'who', title: 'Who?', questions: [text('child.localId', 'Number', { about: ['child'] })] },
  {
    ...{ id: 'how', title: 'How long?' },
    questions: [
      choice('permanence', 'How long', [
        { value: 'temporary', text: 'A while' },
        { value: 'permanent', text: 'For good' },
      ]),
    ],
  },
  {
    id: 'until',
    title: 'Until?',
    questions: [date('until', 'Until')],
    when: saysIn('permanence', 'temporary'),
  },
  {
    ...{ id: 'level', title: 'Level?' },
    questions: [
      choice('scale', 'Scale', [{ value: 's', text: 'S' }], { optional: true }),
      text('label', 'Label', { optional: true, neededWhen: saysIn('scale', 's') }),
    ],
  },
];

describe('a page', () => {
  const [who, how, until, level] = steps;
  const posted = (fields: Readonly<Record<string, string>>) => ({
    text: (name: string) => fields[name] ?? '',
    list: (name: string) => (fields[name] === undefined ? [] : [fields[name]]),
  });

  it('is asked only where the answers lead to it', () => {
    const ids = (answers: Answers) => stepsAsked(steps, answers).map(({ id }) => id);
    expect(ids({ permanence: 'temporary' })).toEqual(['who', 'how', 'until', 'level']);
    expect(ids({ permanence: 'permanent' })).toEqual(['who', 'how', 'level']);
    expect(stepAfter(steps, { permanence: 'permanent' }, 'how')).toBe(level);
    expect(stepBefore(steps, { permanence: 'temporary' }, 'level')).toBe(until);
    expect(stepBefore(steps, {}, 'who')).toBeUndefined();
    expect(stepAfter(steps, {}, 'level')).toBeUndefined();
  });

  it('may be left once every question that is needed has an answer', () => {
    expect(who && faultsOfStep(who, {}, TODAY)).toEqual({ 'child.localId': 'Enter an answer to “Number”' });
    expect(how && faultsOfStep(how, {}, TODAY)).toEqual({ permanence: 'Select an answer to “How long”' });
    expect(level && faultsOfStep(level, {}, TODAY)).toEqual({});
    expect(level && faultsOfStep(level, { scale: 's' }, TODAY)).toEqual({
      label: 'Enter an answer to “Label”',
    });
    expect(firstOpen(steps, { 'child.localId': '1', permanence: 'permanent' }, TODAY)).toBeUndefined();
    expect(firstOpen(steps, { 'child.localId': '1' }, TODAY)).toBe(how);
  });

  it('takes a day to come for a fault where only the past makes sense', () => {
    const step: Step = { id: 's', title: 'S', questions: [date('on', 'Held on', { past: true })] };
    expect(faultsOfStep(step, dated('on', '3', '3', '2026'), TODAY)).toEqual({
      on: 'Held on must be today or in the past',
    });
    expect(faultsOfStep(step, dated('on', '2', '3', '2026'), TODAY)).toEqual({});
  });

  it('takes its own inputs alone from what was posted', () => {
    const before = { 'child.localId': '1', permanence: 'permanent' };
    const now =
      how && answered(how, before, posted({ permanence: 'temporary', 'child.localId': '2', csrf: 'x' }));
    expect(now).toEqual({ 'child.localId': '1', permanence: 'temporary' });
  });

  it('is found by the field that the exchange finds fault with', () => {
    const idOf = (field: string) => placeOf(steps, { permanence: 'temporary' }, field)?.step.id;
    expect(['child', 'child.localId', 'until', 'nothing'].map(idOf)).toEqual([
      'who',
      'who',
      'until',
      undefined,
    ]);
  });

  it('has an input for each part of a date, and for each area', () => {
    expect(inputsOf(date('on', 'On'))).toEqual(['on-day', 'on-month', 'on-year']);
    expect(inputsOf(authorities('areas', 'Areas', { most: 2 }))).toEqual(['areas-1', 'areas-2']);
  });
});

describe('the body', () => {
  it('holds what was asked and said, at its place', () => {
    const answers = { 'child.localId': '1', permanence: 'permanent', ...dated('until', '1', '1', '2026') };
    expect(bodyOf(steps, answers)).toEqual({ child: { localId: '1' }, permanence: 'permanent' });
  });

  it('says nothing of a tick that was not made, nor of what only steers the questions', () => {
    const step: Step = {
      ...{ id: 's', title: 'S' },
      questions: [
        flag('restricted', 'P', 'Yes'),
        choice('how', 'How', [{ value: 'a', text: 'A' }], { steers: true }),
      ],
    };
    expect(bodyOf([step], { restricted: '', how: 'a' })).toEqual({});
    expect(bodyOf([step], { restricted: 'yes' })).toEqual({ restricted: true });
  });

  it('puts a value into a part beside others', () => {
    expect(withValue({ a: { b: 1 } }, 'a.c.d', 2)).toEqual({ a: { b: 1, c: { d: 2 } } });
  });
});

describe('an answer in words', () => {
  const names = { nameOf: (gss: string) => (gss === 'E09000008' ? 'Croydon' : gss) };

  it.each<readonly [Question, Answers, string]>([
    [date('on', 'On'), dated('on', '3', '3', '2026'), '3 March 2026'],
    [
      moment('at', 'At'),
      { ...dated('at', '2', '7', '2026'), 'at-time': '11:30pm' },
      '2 July 2026 at 11:30pm',
    ],
    [moment('at', 'At'), dated('at', '2', '7', '2026'), '2 July 2026, time not known'],
    [choice('k', 'K', [{ value: 'M', text: 'Missing' }]), { k: 'M' }, 'Missing'],
    [flag('f', 'F', 'Yes, keep it'), { f: 'yes' }, 'Yes, keep it'],
    [authority('a', 'A'), { a: 'E09000008' }, 'Croydon'],
    [authorities('a', 'A'), { 'a-1': 'E09000008', 'a-3': 'E06000001' }, 'Croydon, E06000001'],
    [text('t', 'T'), { t: 'As typed' }, 'As typed'],
    [text('t', 'T'), {}, ''],
  ])('is what a person would say: %#', (question, answers, shown) => {
    expect(inWords(question, answers, names)).toBe(shown);
  });
});
