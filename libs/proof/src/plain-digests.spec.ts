import { PlainDigests } from './plain-digests';

const digests = new PlainDigests();

describe('digests', () => {
  it('are those of FIPS 180-4', () => {
    expect(digests.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('make UUIDs of version 8 that stay the same', () => {
    expect(digests.uuidFrom('abc')).toBe('ba7816bf-8f01-8fea-8141-40de5dae2223');
    expect(digests.uuidFrom('abd')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
