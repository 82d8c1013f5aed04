import type { Person } from '../matching/person';
import type { Prepared } from '../matching/prepared';
import { judging, newest, toldText } from './outcomes.rule';
import { Scales } from './scales';

const NHS = { one: '9995060264', other: '9993068543' };
const mia = (id: string, change: Partial<Person> = {}): Person => ({
  ...{ id, source: `authority of ${id}`, forename: 'Mia', surname: 'Brown', dob: '2017-08-26' },
  ...change,
});
const near = (a: string, b: string, weight: number) => ({ a, b, weight });

const aTown = (...persons: readonly Person[]) => {
  const scales = new Scales(100);
  const people = new Map<string, Prepared>(persons.map((person) => [person.id, scales.put(person)]));
  return { people, scales };
};

describe('what becomes of two records', () => {
  const town = aTown(mia('a'), mia('b'));

  it.each([
    [6.7, 'review'],
    [6.8, 'automatic'],
    [0, 'review'],
    [-0.1, 'nothing'],
  ])('at %d bits, with nobody else there, is: %s', (weight, outcome) => {
    const pair = near('a', 'b', weight);
    expect(judging({ ...town, near: [pair] })(pair).outcome).toBe(outcome);
  });

  it('is told with levels in words, to one decimal, and without whose records they are', () => {
    const pair = near('a', 'b', 7.04);
    expect(judging({ ...town, near: [pair] })(pair)).toEqual({
      ...{ refs: ['a', 'b'], outcome: 'automatic', weight: 7 },
      reasons: ['forename: same', 'surname: same', 'dob: same'],
    });
  });

  it('is for a person where twins share all but the forename, however much speaks for it', () => {
    const twins = aTown(mia('a'), mia('b', { forename: 'Isla' }));
    const pair = near('a', 'b', 20);
    expect(judging({ ...twins, near: [pair] })(pair).outcome).toBe('review');
  });

  it('is for a person where one authority holds both', () => {
    const both = aTown(mia('a', { source: 'E09000007' }), mia('b', { source: 'E09000007' }));
    const pair = near('a', 'b', 20);
    expect(judging({ ...both, near: [pair] })(pair)).toMatchObject({
      outcome: 'review',
      reasons: ['forename: same', 'surname: same', 'dob: same', 'source: same'],
    });
  });

  it('is for a person where somebody else could as well be meant, who is named', () => {
    const three = aTown(mia('a', { nhsNumber: NHS.one }), mia('either'), mia('z', { nhsNumber: NHS.other }));
    const pairs = [near('a', 'either', 9), near('either', 'z', 9)];
    const judge = judging({ ...three, near: pairs });
    expect(pairs.map((pair) => judge(pair))).toMatchObject([
      { outcome: 'review', rivals: ['z'] },
      { outcome: 'review', rivals: ['a'] },
    ]);
  });

  it('is nothing where one of them is no longer there', () => {
    const pair = near('a', 'gone', 20);
    expect(judging({ ...town, near: [pair] })(pair)).toMatchObject({ outcome: 'nothing', reasons: [] });
  });
});

describe('scales', () => {
  const weightAmong = (records: number, share?: number): number => {
    const scales = new Scales(records);
    const shares = share === undefined ? undefined : new Map([['surname', share] as const]);
    const [a, b] = [scales.put(mia('a'), shares), scales.put(mia('b'))];
    return scales.weight(a, b);
  };

  it('weigh the same however far an import has got', () => {
    expect(weightAmong(10)).toBe(weightAmong(900));
  });

  it('weigh a rare name more than a common one, once there are records enough to tell', () => {
    expect(weightAmong(20_000, 0.0001)).toBeGreaterThan(weightAmong(20_000, 0.01) + 5);
    expect(weightAmong(100, 0.0001)).toBe(weightAmong(100, 0.01));
  });

  it('ask for more where there are more children whom it might be', () => {
    expect(weightAmong(1_000_000, 0.001)).toBeLessThan(weightAmong(30_000, 0.001));
  });
});

describe('what was told of a pair', () => {
  it('is the same text for the same evidence, and none for nothing', () => {
    const pair = { refs: ['a', 'b'], outcome: 'review', weight: 3, reasons: ['dob: same'] } as const;
    expect(toldText(pair)).toBe('review; 3.0; dob: same');
    expect(toldText({ ...pair, rivals: ['c'] })).not.toBe(toldText(pair));
    expect(toldText({ ...pair, outcome: 'nothing' })).toBe('');
  });

  it('counts once, as weighed last', () => {
    expect(newest([near('a', 'b', 1), near('a', 'c', 2)], [near('a', 'b', 3)])).toEqual([
      near('a', 'b', 3),
      near('a', 'c', 2),
    ]);
  });
});
