import type { Gap } from './gaps/gap-watch';
import type { Notice } from './handling/notice';
import { MemoryQuarantine } from './keeping/memory-quarantine';
import { MemorySeenEvents } from './keeping/memory-seen-events';
import { MemoryNoticeSource } from './source/memory-notice-source';
import { Subscriber } from './subscriber';
import { anEvent, noting, until } from './subscriber.fixture';
import type { SubscriberOptions } from './subscriber.options';

const running: Subscriber[] = [];
const subscribe = (
  options: Partial<SubscriberOptions> & Pick<SubscriberOptions, 'handlers'>,
  source = new MemoryNoticeSource(),
) => {
  const quarantine = new MemoryQuarantine();
  const subscriber = new Subscriber({ source, quarantine, ...options });
  running.push(subscriber);
  void subscriber.run();
  return { source, quarantine };
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
});

describe('an entry that was withdrawn', () => {
  const withdrawn = anEvent(1, 'emptied-1', { id: 'emptied-1', type: 'uk.ibex.mailbox.withdrawn' });
  const aside = { key: 'child-1', reason: 'no-handler', fault: 'x', attempts: 1, atUtc: 'then' } as const;
  const held = async (quarantine: MemoryQuarantine): Promise<readonly string[]> =>
    (await quarantine.list()).map(({ id }) => id);

  it('takes what was set aside under its number with it, and nothing else, and is set aside by nobody', async () => {
    const seen = new MemorySeenEvents();
    const { source, quarantine } = subscribe({ handlers: {}, seen });
    for (const sequence of [1, 2])
      await quarantine.put({
        ...aside,
        id: `e-${sequence}`,
        sequence,
        content: { event: anEvent(sequence) },
      });
    source.send(withdrawn);
    await until(() => source.settledUpTo === 1);
    expect(await held(quarantine)).toEqual(['e-2']);
    expect(await seen.has('emptied-1')).toBe(true);
  });

  it('comes to its own handler, without a detail and without anybody being asked for one', async () => {
    const got: Notice[] = [];
    const fetch = (): Promise<never> => Promise.reject(new Error('nobody is to be asked'));
    const { source } = subscribe({
      handlers: { 'uk.ibex.mailbox.withdrawn': (notice) => Promise.resolve(void got.push(notice)) },
      exchange: { details: { fetch } },
    });
    source.send(withdrawn);
    await until(() => got.length === 1);
    expect(got).toMatchObject([{ sequence: 1, detail: undefined, whyNoDetail: 'not-yours-any-more' }]);
  });
});

describe('a source that a filter narrows', () => {
  it('misses no number', async () => {
    const { got, handler } = noting();
    const gaps: Gap[] = [];
    const source = Object.assign(new MemoryNoticeSource(), { isNarrowed: true });
    subscribe(
      { handlers: { 'uk.ibex.placement.notified': handler }, gapAfterMs: 1, onGap: (gap) => gaps.push(gap) },
      source,
    );
    source.send(anEvent(1), anEvent(9));
    await until(() => got.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(gaps).toEqual([]);
  });
});
