import { noticeSourceSuite } from '@ibex/testing';
import { anEvent } from '../subscriber.fixture';
import { MemoryNoticeSource } from './memory-notice-source';

noticeSourceSuite('in memory', () => {
  const source = new MemoryNoticeSource();
  let sent = 0;
  const send = (count: number): Promise<void> => {
    for (const last = sent + count; sent < last;) {
      sent += 1;
      source.send(anEvent(sent, `child-${sent % 3}`));
    }
    return Promise.resolve();
  };
  return Promise.resolve({ open: () => Promise.resolve(source), send, end: () => Promise.resolve() });
});
