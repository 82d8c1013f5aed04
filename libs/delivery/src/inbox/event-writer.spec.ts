import { EventWriter } from './event-writer';
import type { RawResponse } from './event-writer';
import type { InboxMessage } from './inbox.message';

const aWriter = (isForbidden: boolean) => {
  const written: string[] = [];
  const response: RawResponse = {
    writeHead: () => undefined,
    write: (text) => written.push(text) > 0,
    end: () => undefined,
    once: () => undefined,
    off: () => undefined,
  };
  const { signal } = new AbortController();
  return { written, writer: new EventWriter(response, signal, () => Promise.resolve(isForbidden)) };
};
const message = { type: 'uk.ibex.placement.notified' } as InboxMessage;

describe('an event stream', () => {
  it('sends an entry to whoever may still read', async () => {
    const { written, writer } = aWriter(false);
    expect(await writer.send(3, message)).toBe(true);
    expect(written.join('')).toMatch(/^id: 3\nevent: uk\.ibex\.placement\.notified\n/);
  });

  it('sends nothing of an entry once access was taken away, and is over', async () => {
    const { written, writer } = aWriter(true);
    expect(await writer.send(3, message)).toBe(false);
    expect(written).toEqual([]);
  });
});
