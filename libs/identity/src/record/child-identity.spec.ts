import { canonicalIdentity, mergeIdentity, toChildIdentity } from './child-identity';

const known = { localId: 'LS-1', forename: 'Ada', surname: 'Obi', dateOfBirth: '2012-05-01' };

describe('what is known of a child', () => {
  it('grows by what is told later', () => {
    expect(mergeIdentity(known, { localId: 'LS-1', upn: 'H801200001001' })).toEqual({
      ...known,
      upn: 'H801200001001',
    });
  });

  it('changes where something else is told', () => {
    expect(mergeIdentity(known, { localId: 'LS-1', surname: 'Obi-Smith' })).toEqual({
      ...known,
      surname: 'Obi-Smith',
    });
  });

  it('is never blanked out by what is left out or empty', () => {
    expect(mergeIdentity(known, { localId: 'LS-1', forename: '', surname: '  ' })).toEqual(known);
  });

  it('is what was told when nothing was known', () => {
    expect(mergeIdentity(undefined, known)).toEqual(known);
  });

  it('reads the same whatever the order of its fields', () => {
    const { surname, ...rest } = known;
    expect(canonicalIdentity({ surname, ...rest })).toBe(canonicalIdentity(known));
  });

  it('reads differently when a value moves to another field', () => {
    expect(canonicalIdentity({ localId: 'LS-1', forename: 'Obi' })).not.toBe(
      canonicalIdentity({ localId: 'LS-1', surname: 'Obi' }),
    );
  });

  it('is read back with the fields that are known here, and only as text', () => {
    expect(toChildIdentity({ ...known, sex: 7, other: 'x' })).toEqual(known);
    expect(toChildIdentity({ forename: 'Ada' })).toBeUndefined();
  });
});
