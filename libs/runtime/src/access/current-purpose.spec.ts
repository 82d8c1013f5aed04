import { ProblemError } from '../problems/problem-error';
import { purposeOr, toPurpose } from './current-purpose';

const problemOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('the purpose of a read', () => {
  it('is what the header says', () => {
    expect(toPurpose('section-47')).toBe('section-47');
    expect(purposeOr('assurance', 'addressee')).toBe('assurance');
  });

  it('is what such sight is usually for where nothing is said', () => {
    expect(toPurpose(undefined)).toBeUndefined();
    expect(purposeOr(undefined, 'owner')).toBe('own-child');
    expect(purposeOr(undefined, 'addressee')).toBe('act-on-notice');
    expect(purposeOr(undefined, 'grant')).toBe('emergency');
  });

  it.each([['curiosity'], [''], [['section-47', 'emergency']], ['toString']])(
    'is no purpose: %j, and the answer names the header and the codes',
    (said) => {
      const problem = problemOf(() => toPurpose(said));
      expect(problem).toBeInstanceOf(ProblemError);
      expect(problem).toMatchObject({
        ...{ status: 400, code: 'purpose-not-known' },
        extras: { field: 'IBEX-Purpose', mend: expect.stringContaining('section-47') as string },
      });
    },
  );

  it('has to be said where nothing opens the record', () => {
    expect(problemOf(() => purposeOr(undefined, 'none'))).toMatchObject({ code: 'purpose-missing' });
  });
});
