import { RecentKeys } from './recent-keys';

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

describe('recent keys', () => {
  it('drops the key that was used longest ago', () => {
    const recent = new RecentKeys(2);
    recent.keep('a', key(1));
    recent.keep('b', key(2));
    expect(recent.get('a')).toEqual(key(1));
    recent.keep('c', key(3));
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([key(1), undefined, key(3)]);
  });

  it('forgets one key, or all of them', () => {
    const recent = new RecentKeys();
    recent.keep('a', key(1));
    recent.keep('b', key(2));
    recent.forget('a');
    expect([recent.get('a'), recent.get('b')]).toEqual([undefined, key(2)]);
    recent.clear();
    expect(recent.get('b')).toBeUndefined();
  });
});
