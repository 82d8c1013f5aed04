import fc from 'fast-check';
import { toBase32 } from './base32';
import { KeyedPseudonyms } from './keyed-pseudonyms';

const key = new Uint8Array(32).fill(1);
const pseudonyms = new KeyedPseudonyms(key);

describe('keyed references', () => {
  it('are the same for the same authority and local id, and 26 letters and digits', () => {
    const ref = pseudonyms.recordRef('E09000012', 'H-1');
    expect(ref).toMatch(/^[a-z2-7]{26}$/);
    expect(new KeyedPseudonyms(key).recordRef('E09000012', 'H-1')).toBe(ref);
  });

  it('stay what they are, since records in the log are named by them', () => {
    expect(pseudonyms.recordRef('E09000012', 'H-1')).toBe('eh4mw4mxlzcri7khigp3ajh3in');
  });

  it('differ by authority, local id, purpose and key', () => {
    const other = new KeyedPseudonyms(new Uint8Array(32).fill(2));
    const refs = [
      pseudonyms.recordRef('E09000012', 'H-1'),
      pseudonyms.recordRef('E09000008', 'H-1'),
      pseudonyms.recordRef('E09000012', 'H-2'),
      pseudonyms.digest('E09000012', 'H-1'),
      other.recordRef('E09000012', 'H-1'),
    ];
    expect(new Set(refs).size).toBe(refs.length);
  });

  it('never take one pair of texts for another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
        fc.pre(a !== c || b !== d);
        return pseudonyms.digest(a, b) !== pseudonyms.digest(c, d);
      }),
    );
    expect(pseudonyms.digest('ab', 'c')).not.toBe(pseudonyms.digest('a', 'bc'));
  });

  it('need a key of 256 bits', () => {
    expect(() => new KeyedPseudonyms(new Uint8Array(31))).toThrow('less than 256 bits');
  });
});

describe('base32', () => {
  it.each([
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('writes %s as RFC 4648 does, as far as whole letters go', (text, expected) => {
    const whole = Math.floor((text.length * 8) / 5);
    expect(toBase32(Buffer.from(text), whole)).toBe(expected.slice(0, whole));
  });
});
