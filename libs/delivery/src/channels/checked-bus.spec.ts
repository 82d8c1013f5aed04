import { MessageNotTaken, emptied } from '@ibex/kernel';
import type { BusMessage, MailboxEntry } from '@ibex/kernel';
import { aNewEntry, CROYDON, HACKNEY } from '@ibex/testing';
import { toInboxMessage } from '../inbox/inbox.message';
import { CheckedBus } from './checked-bus';

const agreement = { id: 'a-1', version: 1, clause: 'missing', tells: HACKNEY };
const law: MailboxEntry = { ...aNewEntry('law'), sequence: 1, putAt: '2026-03-02T09:00:00.000Z' };
const shared: MailboxEntry = { ...aNewEntry('shared', { agreement }), sequence: 2, putAt: law.putAt };
const toEvent = (entry: MailboxEntry) => toInboxMessage(entry, (type) => type);
const toMessage = (entry: MailboxEntry): BusMessage => ({
  authority: CROYDON,
  key: entry.recordRef,
  event: toEvent(entry),
});

const aBus = (stands: MailboxEntry, refuses?: string) => {
  const sent: BusMessage[] = [];
  const looked: number[] = [];
  const bus = {
    channel: 'kafka',
    publish: (messages: readonly BusMessage[]) => {
      sent.push(...messages);
      return refuses === undefined
        ? Promise.resolve()
        : Promise.reject(new MessageNotTaken(refuses, 'too large'));
    },
  };
  const find = (_: string, sequence: number) => {
    looked.push(sequence);
    return Promise.resolve(stands);
  };
  return { sent, looked, checked: new CheckedBus({ bus, mailbox: { find }, toEvent }) };
};

describe('what is about to leave for the bus', () => {
  it('leaves as it was read, and only what an agreement opened is looked at again', async () => {
    const { checked, sent, looked } = aBus(shared);
    await checked.publish([toMessage(law), toMessage(shared)]);
    expect(sent).toEqual([toMessage(law), toMessage(shared)]);
    expect(looked).toEqual([2]);
  });

  it('leaves empty where the agreement has ended since it was read', async () => {
    const empty = emptied(shared, 'shared-withdrawn');
    const { checked, sent } = aBus(empty);
    await checked.publish([toMessage(law), toMessage(shared)]);
    expect(sent).toEqual([toMessage(law), toMessage(empty)]);
    expect(JSON.stringify(sent[1])).not.toContain('record-ref-1');
  });

  it('is known by the id that it was handed over with, where the bus will not have it', async () => {
    const { checked } = aBus(emptied(shared, 'shared-withdrawn'), 'shared-withdrawn');
    await expect(checked.publish([toMessage(law), toMessage(shared)])).rejects.toMatchObject({
      eventId: 'shared',
    });
  });
});
