import { cursorOf } from './cursor';
import { tokenEndsAtMs } from './token-end';

describe('the cursor of an event stream', () => {
  it('is the last event’s id, before the query', () => {
    expect(cursorOf('12', 3)).toEqual({ after: 12, field: 'Last-Event-ID' });
  });

  it('is the query without a last event, and the beginning without both', () => {
    expect(cursorOf(undefined, 3)).toEqual({ after: 3 });
    expect(cursorOf('', 3)).toEqual({ after: 3 });
    expect(cursorOf(undefined)).toEqual({ after: 0 });
  });

  it('is refused when it is no number', () => {
    for (const odd of ['abc', '-1', '1.5', '1e3', '9'.repeat(16), ['1']]) {
      expect(() => cursorOf(odd)).toThrow('Last-Event-ID is not a number.');
    }
  });
});

describe('the end of a token', () => {
  const token = (claims: unknown): string =>
    `Bearer e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;

  it('is what the token says', () => {
    expect(tokenEndsAtMs(token({ exp: 1_772_442_000 }))).toBe(1_772_442_000_000);
  });

  it('is not known of a token that does not say', () => {
    for (const odd of [
      undefined,
      'Bearer opaque',
      'Bearer a.b.c',
      token({}),
      token({ exp: 'soon' }),
      token(null),
    ]) {
      expect(tokenEndsAtMs(odd)).toBeUndefined();
    }
  });
});
