import { absence } from './absence';
import { picture, record } from './picture.fixture';

const none = (more: Parameters<typeof picture>[1]) => absence(picture([], more), ['missing'], 'None.');

describe('nothing on record', () => {
  it('is none where the owner of a record that is seen whole posts as usual', () => {
    expect(none({})).toStrictEqual({ state: 'none', says: 'None.', values: [], facts: [] });
  });

  it.each(['never-posted', 'silent'] as const)('is not known where that authority is %s', (state) => {
    expect(none({ feedOf: () => state })).toMatchObject({
      state: 'not-known',
      says: expect.stringContaining('Hackney') as string,
    });
  });

  it('is not known to an authority that sees only what it was told', () => {
    expect(none({ records: [record({ sight: 'addressee' })] })).toMatchObject({
      state: 'not-known',
      says: 'Your authority was told of none; whether there is any is not known.',
    });
  });

  it('is not known of a moment of the past', () => {
    expect(none({ isPast: true })).toMatchObject({ state: 'not-known' });
  });

  it('is none to whoever broke the glass, as to the owner', () => {
    expect(none({ records: [record({ sight: 'grant' })] })).toMatchObject({ state: 'none' });
  });
});
