import type { MailboxEntry, RecordedFact } from '@ibex/kernel';
import { MemoryEventStore } from '@ibex/adapters/memory';
import { CROYDON, aNewEntry, aNewFact } from '@ibex/testing';
import { Recipients } from './recipients';

const NOW = '2026-03-02T09:00:00.000Z';
const entry = (id: string, change: Partial<MailboxEntry> = {}): MailboxEntry => ({
  ...aNewEntry(id),
  ...{ sequence: 1, putAt: NOW },
  ...change,
});
const told = entry('e-1', { position: 3 });
const corrected = entry('e-2', { position: 5, type: 'uk.ibex.placement.corrected', factId: 'f-2' });
const recalled = entry('e-3', { position: 7, type: 'uk.ibex.placement.withdrawn', factId: 'f-3' });
const fact = (id: string, type: string, data: RecordedFact['data'] = {}) => aNewFact(id, { type, data });

const recipientAfter = async (
  ladders: Readonly<Record<string, readonly ReturnType<typeof fact>[]>>,
  since: readonly MailboxEntry[] = [told],
) => {
  const store = new MemoryEventStore();
  for (const [id, facts] of Object.entries(ladders)) await store.append(`delivery-${id}`, 'none', facts);
  const [recipient] = await new Recipients(store).of({ entries: [told], tasks: [], since });
  return recipient;
};

describe('a recipient, as the sender sees it', () => {
  it('shows what it did, asked and left unanswered, and that it was silent', async () => {
    const data = { by: CROYDON, queryId: 'q-1' };
    const recipient = await recipientAfter({
      'e-1': [
        fact('a', 'RecipientSilent', { limitAt: NOW, silence: 'not-delivered' }),
        fact('b', 'ActionRecorded', { action: 'no-further-action', reason: 'already-known' }),
        fact('c', 'QueryAsked', data),
        fact('d', 'QueryAsked', { ...data, queryId: 'q-2' }),
        fact('e', 'QueryAnswered', data),
      ],
    });
    expect(recipient).toMatchObject({
      state: 'acted',
      actions: [
        { at: NOW, action: 'no-further-action', reason: 'already-known', role: 'placing-practitioner' },
      ],
      queried: { asked: 2, answered: 1, lastAt: NOW },
      silent: { limitAt: NOW, recordedAt: NOW, silence: 'not-delivered' },
    });
  });

  it('shows each correction and the recall, and whether they were put right there too', async () => {
    const ladders = { 'e-2': [fact('a', 'NoticeAcknowledged', { by: CROYDON })] };
    expect(await recipientAfter(ladders, [told, corrected, recalled])).toMatchObject({
      state: 'queued',
      corrected: [{ factId: 'f-2', queuedAt: NOW, putRightThere: true, putRightAt: NOW }],
      recalled: { factId: 'f-3', queuedAt: NOW, putRightThere: false },
    });
  });

  it('does not count a correction that was there before, or at another recipient’s', async () => {
    const others = [
      entry('e-4', { position: 1, type: 'uk.ibex.placement.corrected' }),
      entry('e-5', { position: 9, type: 'uk.ibex.placement.corrected', authority: 'E09000003' }),
    ];
    expect(await recipientAfter({}, [told, ...others])).toEqual({
      ...{
        authority: CROYDON,
        capacity: 'host',
        urgency: 'prompt',
        sequence: 1,
        state: 'queued',
        queuedAt: NOW,
      },
    });
  });

  it('is not made of entries that only tell how the notice goes on', async () => {
    const store = new MemoryEventStore();
    const query = entry('e-6', { type: 'uk.ibex.delivery.query-asked' });
    expect(await new Recipients(store).of({ entries: [query], tasks: [], since: [] })).toEqual([]);
  });
});
