import { foldOf } from './fold';
import type { RecordedFact } from './recorded';

const aFact = (id: string): RecordedFact => ({
  id,
  type: 'NoteTaken',
  data: {},
  metadata: {
    commandId: `command-${id}`,
    commandDigest: 'digest',
    correlationId: 'correlation',
    actor: { authority: 'E09000012', person: 'person-1', role: 'mash' },
    schemaVersion: 1,
  },
  recordedAt: '2026-03-02T09:00:00.000Z',
  stream: 'note-1',
  category: 'note',
  revision: 0,
  position: 0,
});
const [a, b, c, d] = [aFact('a'), aFact('b'), aFact('c'), aFact('d')];

const counting = () => {
  const steps: string[] = [];
  const told = foldOf('', (before, fact) => {
    steps.push(fact.id);
    return `${before}${fact.id}`;
  });
  return { told, steps };
};

describe('folding the facts of a stream', () => {
  it('begins with the state before the first fact', () => {
    expect(counting().told([])).toBe('');
  });

  it('goes on from the history that was folded before', () => {
    const { told, steps } = counting();
    expect([told([a]), told([a, b]), told([a, b]), told([a, b, c])]).toEqual(['a', 'ab', 'ab', 'abc']);
    expect(steps).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['the same facts without the first', [b, c], 'bc'],
    ['the same facts in another order', [b, a, c], 'bac'],
    ['the same last facts after another first one', [d, b, c], 'dbc'],
    ['the last fact alone', [c], 'c'],
    ['a fact told twice', [a, b, c, c], 'abcc'],
    ['another fact that looks the same', [a, { ...b }, c], 'abc'],
  ])('takes %s for what they are', (_, facts, expected) => {
    const { told } = counting();
    told([a, b, c]);
    expect(told(facts)).toBe(expected);
    expect(told([a, b, c])).toBe('abc');
  });

  it('is not misled when a fact stood in two histories', () => {
    const { told } = counting();
    told([a, b, c]);
    told([b]);
    expect([told([b, c]), told([a, b, c]), told([b, c, d])]).toEqual(['bc', 'abc', 'bcd']);
  });

  it('counts a fact that is told twice twice, however often it is asked', () => {
    const { told } = counting();
    expect([told([a, a]), told([a, a]), told([a, a, b])]).toEqual(['aa', 'aa', 'aab']);
  });

  it('keeps a state that is nothing', () => {
    const last = foldOf<string | undefined>('start', (_, { id }) => (id === 'b' ? undefined : id));
    expect([last([a, b]), last([a, b]), last([])]).toEqual([undefined, undefined, 'start']);
  });
});
