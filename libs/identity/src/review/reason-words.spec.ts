import { comparisonsOn } from '../matching/compare/comparisons';
import { newVocabulary } from '../matching/vocabulary';
import { oddsInWords, reasonInWords } from './reason-words';

describe('why two records may be one child', () => {
  it.each([
    ['surname: near', 'Surname: nearly the same'],
    ['dob: day and month exchanged', 'Date of birth: day and month exchanged'],
    ['postcode: same district', 'Postcode: same district'],
    ['shoe size: same', 'shoe size: the same'],
  ])('is said in words: %s', (reason, expected) => {
    expect(reasonInWords(reason)).toBe(expected);
  });

  it('is said in words of everything that is compared', () => {
    const named = comparisonsOn(newVocabulary()).map(({ name }) => name);
    const ofChildren = named.filter((name) => !['identifier', 'email', 'occupation'].includes(name));
    expect(ofChildren.filter((name) => reasonInWords(`${name}: same`).startsWith(name))).toEqual([]);
  });

  it.each([
    [-2, 'less likely than not'],
    [0, 'as likely as not, or a little more'],
    [7, 'more than a hundred to one'],
    [40, 'more than a million to one'],
  ])('is as likely as people say: %s', (weight, expected) => {
    expect(oddsInWords(weight)).toBe(expected);
  });
});
