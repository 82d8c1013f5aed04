import { formOf } from '../../frame/form-fields';
import { emptyDraft, isWhole, nextClauseId } from './draft';
import { firstOpen } from './draft.page';
import { RULES, clauseFaults, clauseIn, stepFaults } from './draft.rules';

const CROYDON = 'E09000008';
const CAMDEN = 'E09000007';
const draft = emptyDraft(CROYDON);
const whole = {
  ...{ ...draft, title: 't', purpose: 'p', legalBasis: 'l', parties: [CROYDON, CAMDEN] },
  ...{ from: '2027-01-01', to: '2027-12-31', clauses: [{ id: 'clause-1', types: ['missing'] }] },
};

describe('steps towards an agreement', () => {
  it.each([
    [draft, 'about'],
    [{ ...draft, title: 't' }, 'parties'],
    [{ ...whole, to: '' }, 'term'],
    [{ ...whole, clauses: [] }, 'clauses'],
    [whole, 'check'],
  ] as const)('lead to the first that is open', (begun, step) => {
    expect(firstOpen(begun)).toBe(step);
  });

  it('are whole once everything is there', () => {
    expect([isWhole(draft), isWhole(whole)]).toEqual([false, true]);
  });

  it('keep one’s own authority among the parties, once', () => {
    const form = formOf({ parties: [CAMDEN, CROYDON] });
    expect(RULES.parties.put(form, draft, CROYDON).parties).toEqual([CROYDON, CAMDEN]);
  });

  it('take a party that was dropped out of the clauses', () => {
    const clauses = [{ id: 'c', types: ['move'], from: [CAMDEN], to: [CROYDON] }];
    const form = formOf({ parties: 'E09000022' });
    expect(RULES.parties.put(form, { ...whole, clauses }, CROYDON).clauses).toEqual([
      { id: 'c', types: ['move'] },
    ]);
  });

  it('refuse a last day before the first', () => {
    const form = formOf({ from: '2 January 2027', to: '1 January 2027' });
    expect(stepFaults('term', form, draft)?.of).toEqual({ to: 'The last day has to come after the first' });
  });

  it('refuse to go on without a clause', () => {
    expect(stepFaults('clauses', formOf({}), draft)?.summary).toEqual([
      { text: 'Add at least one clause before you go on', href: '#clauses' },
    ]);
  });
});

describe('a clause', () => {
  it('is every party to every other unless both sides are named', () => {
    const all = formOf({ types: 'missing', who: 'all', from: CAMDEN, to: CROYDON });
    const some = formOf({ types: 'missing', who: 'some', from: CAMDEN, to: CROYDON });
    expect([clauseIn(all, 'c'), clauseIn(some, 'c')]).toEqual([
      { id: 'c', types: ['missing'] },
      { id: 'c', types: ['missing'], from: [CAMDEN], to: [CROYDON] },
    ]);
  });

  it('leaves out codes that nobody knows', () => {
    expect(clauseIn(formOf({ types: ['missing', 'made-up'], urgencies: 'urgent', who: 'all' }), 'c')).toEqual(
      {
        ...{ id: 'c', types: ['missing'], urgencies: ['urgent'] },
      },
    );
  });

  it('says what is missing', () => {
    const form = formOf({ who: 'some', agesFrom: '17', agesTo: '11' });
    expect(Object.keys(clauseFaults(form)?.of ?? {})).toEqual(['types', 'from', 'to', 'agesTo']);
  });

  it('gets an id that no other has', () => {
    const clauses = [{ id: 'clause-2', types: ['move'] }];
    expect(nextClauseId({ ...draft, clauses })).toBe('clause-3');
  });
});
