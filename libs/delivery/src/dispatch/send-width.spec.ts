import { SendWidth, SpareTries } from './send-width';

const PLENTY = 1_000;
/** As if so many were taken while many more wait. */
const takes = (width: SendWidth, count: number): number => {
  for (let turn = 0; turn < count; turn += 1) width.taken(PLENTY);
  return width.most;
};

describe('how many messages are on their way to one endpoint', () => {
  it('is one more after each round that was taken whole, while more waits, up to the most', () => {
    const width = new SendWidth(8, { most: 10, spare: new SpareTries(100) });
    expect(takes(width, 7)).toBe(8);
    expect(takes(width, 1)).toBe(9);
    expect(takes(width, 9)).toBe(10);
    expect(takes(width, 100)).toBe(10);
  });

  it('is the usual number again once it has caught up, and what it borrowed is there for others', () => {
    const spare = new SpareTries(2);
    const [first, second] = [new SendWidth(8, { most: 32, spare }), new SendWidth(8, { most: 32, spare })];
    expect(takes(first, 8 + 9)).toBe(10);
    expect(takes(second, 100)).toBe(8);
    first.taken(9);
    expect(first.most).toBe(8);
    expect(takes(second, 8 + 9)).toBe(10);
  });

  it('is the usual number again at the first that was not taken', () => {
    const width = new SendWidth(8, { most: 32, spare: new SpareTries(100) });
    expect(takes(width, 8)).toBe(9);
    width.narrow();
    expect(width.most).toBe(8);
    expect(takes(width, 7)).toBe(8);
  });

  it('never changes where nothing waits, and where it is not to be widened', () => {
    const idle = new SendWidth(8, { most: 32, spare: new SpareTries(100) });
    for (let turn = 0; turn < 100; turn += 1) idle.taken(0);
    expect(idle.most).toBe(8);
    expect(takes(new SendWidth(1), 100)).toBe(1);
  });
});
