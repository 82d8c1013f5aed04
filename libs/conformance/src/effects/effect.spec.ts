import { InventedNotices } from '../notices/invented-notices';
import { Seed } from '../notices/seed';
import { NotEffects, toEffects } from './effect';
import type { Effect, EffectWord } from './effect';
import { EffectLog } from './effect-log';

const notices = new InventedNotices(new Seed('s'), '2026-03-02T09:00:00.000Z');
const record = notices.record();
const [first, second, other] = [
  notices.about(record),
  notices.about(record, 'changed'),
  notices.about(notices.record()),
];
const done = ({ id, type }: typeof first, effect: EffectWord = 'applied'): Effect => ({
  ...{ id, type, recordRef: record.recordRef, at: '2026-03-02T09:00:01.000Z' },
  effect,
});
const lineOf = (effect: unknown): string => `${JSON.stringify(effect)}\n`;

describe('what a receiver says that it did', () => {
  it('is read from lines and from a list, and is applied unless it says otherwise', () => {
    const { id, type, recordRef, at } = done(first);
    const said = [{ id, type, recordRef, at, extra: 1 }, done(second, 'late')];
    const meant = [done(first), done(second, 'late')];
    expect(toEffects(said.map(lineOf).join('\n'))).toEqual(meant);
    expect(toEffects(JSON.stringify(said))).toEqual(meant);
    expect(toEffects('')).toEqual([]);
  });

  it('is read up to the last whole line', () => {
    expect(toEffects(`${lineOf(done(first))}{"id":"e-`)).toEqual([done(first)]);
  });

  it.each([
    ['{"id":1}\n', 'line 1'],
    [`${lineOf(done(first))}nonsense\n`, 'line 2'],
    [lineOf({ ...done(first), effect: 'done' }), 'line 1'],
    [lineOf({ ...done(first), at: undefined }), 'line 1'],
    ['[1]', 'item 1'],
    ['[', 'what was given'],
  ])('is refused where it is none, by its place: %j', (text, where) => {
    expect(() => toEffects(text)).toThrow(NotEffects);
    expect(() => toEffects(text)).toThrow(`${where} is no effect`);
  });
});

describe('what is wrong with what was done', () => {
  it('is nothing when each was done once, as expected and in order', () => {
    const log = new EffectLog([done(first), done(other), done(second)]);
    expect([...log.onceEach([first, second, other]), ...log.inOrder([first, second, other])]).toEqual([]);
    expect(log.has([first, second])).toBe(true);
  });

  it('is told of what was never done, done twice, or done as something else', () => {
    const log = new EffectLog([done(first), done(first), done(second, 'set-aside')]);
    expect(log.onceEach([first, second, other])).toEqual([
      `never took effect: ${other.id}`,
      `took effect more than once: ${first.id}`,
      `took effect other than as applied: ${second.id}`,
    ]);
    expect(log.onceEach([second], ['applied', 'set-aside'])).toEqual([]);
  });

  it('is told of what should have had no effect', () => {
    const log = new EffectLog([done(first)]);
    expect([log.none([second]), log.none([first, second])]).toEqual([[], [`took effect: ${first.id}`]]);
  });

  it('is told of an order that is not that of its record; others may be anywhere', () => {
    expect(new EffectLog([done(second), done(other), done(first)]).inOrder([first, second, other])).toEqual([
      `out of order in 1 records, e.g. around ${first.id}`,
    ]);
    // done again later is another fault
    expect(new EffectLog([done(first), done(second), done(first)]).inOrder([first, second])).toEqual([]);
  });
});
