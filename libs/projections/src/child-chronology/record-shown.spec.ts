import type { FieldGroup, Sight } from '@ibex/kernel';
import { isNamed } from './record-shown';
import { openedData, openedPersonal } from './field-groups.rule';

const sightAs = (sight: Sight, ...groups: readonly FieldGroup[]) => ({ sight, relations: [], groups });
const named = (sight: Sight, isWithheld: boolean, ...groups: readonly FieldGroup[]): boolean =>
  isNamed({ by: { authority: 'E09000008', sight: sightAs(sight, ...groups) }, isWithheld });

describe('who the child of a record is', () => {
  it('is told to whom the policy opens it', () => {
    expect(named('addressee', false, 'identity')).toBe(true);
    expect(named('addressee', false, 'course')).toBe(false);
    expect(named('owner', false, 'course')).toBe(false);
  });

  it('is not told to others once something is withheld: a new name leads to a new family', () => {
    expect(named('addressee', true, 'identity')).toBe(false);
    expect(named('grant', true, 'identity')).toBe(false);
    expect(named('owner', true, 'identity')).toBe(true);
  });
});

describe('the personal part of an entry', () => {
  const personal = { postcode: 'CR0 1EA', contacts: {}, narrative: 'needs quiet', neverHeardOf: 'x' };

  it('is shown by the groups that are open, and what is not known goes with the narrative', () => {
    expect(openedPersonal(personal, sightAs('addressee', 'whereabouts'), false)).toEqual({
      postcode: 'CR0 1EA',
    });
    expect(openedPersonal(personal, sightAs('addressee', 'narrative'), false)).toEqual({
      ...{ narrative: 'needs quiet', neverHeardOf: 'x' },
    });
    expect(openedPersonal(personal, sightAs('addressee', 'course'), false)).toBeUndefined();
  });

  it('keeps an address that two persons have to fetch from the owner’s own staff', () => {
    const shown = openedPersonal(personal, sightAs('owner', 'narrative', 'contacts'), true);
    expect(shown).not.toHaveProperty('postcode');
  });

  it('stays with whoever wrote it', () => {
    expect(openedPersonal(personal, sightAs('addressee', 'course'), true)).toEqual(personal);
  });

  it('goes with the open part where only existence is open', () => {
    expect(openedData({ startsOn: '2025-02-01' }, sightAs('addressee', 'existence'))).toEqual({});
    expect(openedData({ startsOn: '2025-02-01' }, sightAs('addressee', 'course'))).toEqual({
      startsOn: '2025-02-01',
    });
  });
});
