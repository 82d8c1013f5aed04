import { MemoryQuarantine } from '../keeping/memory-quarantine';
import { MemoryNoticeSource } from '../source/memory-notice-source';
import { Subscriber } from '../subscriber';
import { anEvent, noting, until } from '../subscriber.fixture';
import type { Gap } from '../gaps/gap-watch';
import type { Silence } from './silence-watch';

const heartbeat = {
  specversion: '1.0',
  id: 'h-1',
  type: 'uk.ibex.heartbeat',
  time: '2026-03-02T09:00:00.000Z',
};

describe('a subscriber and signs of life', () => {
  it('takes a heartbeat for no notice: no handler, nothing set aside, no number missing, settled', async () => {
    const { got, handler } = noting();
    const source = new MemoryNoticeSource();
    const quarantine = new MemoryQuarantine();
    const beats: string[] = [];
    const gaps: Gap[] = [];
    const subscriber = new Subscriber({
      ...{ source, quarantine, handlers: {}, fallback: handler, gapAfterMs: 5 },
      onHeartbeat: ({ id, time }) => beats.push(`${id} ${time}`),
      onGap: (gap) => gaps.push(gap),
    });
    const ended = subscriber.run();
    source.send(anEvent(1), { ...heartbeat, sequence: 9 }, anEvent(2));
    await until(() => source.settledUpTo === 3 && got.length === 2);
    expect([got, beats, await quarantine.list(), gaps]).toEqual([
      ['e-1', 'e-2'],
      ['h-1 2026-03-02T09:00:00.000Z'],
      [],
      [],
    ]);
    await subscriber.stop();
    await ended;
  });

  it('tells of silence, and of the next one only after something was heard', async () => {
    const source = new MemoryNoticeSource();
    const silences: Silence[] = [];
    const subscriber = new Subscriber({
      ...{ source, quarantine: new MemoryQuarantine(), handlers: {}, silentAfterMs: 30 },
      onSilence: (silence) => silences.push(silence),
    });
    const ended = subscriber.run();
    await until(() => silences.length === 1);
    source.send(heartbeat);
    await until(() => silences.length === 2);
    expect(silences.every(({ forMs }) => forMs >= 30)).toBe(true);
    await subscriber.stop();
    await ended;
  });
});
