import { setTimeout as pause } from 'node:timers/promises';
import { BEGINNING } from '@ibex/kernel';
import type { Mailbox, MailboxEntry } from '@ibex/kernel';
import { aNewEntry, CROYDON, HACKNEY, KENT } from '../builders';

const numbersOf = (entries: readonly MailboxEntry[]): readonly number[] =>
  entries.map((entry) => entry.sequence);
const manyEntries = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => aNewEntry(`${prefix}-${index}`));

/** What every mailbox keeps to. `makeMailbox` gives an empty one; the suite closes it. */
export const mailboxSuite = (name: string, makeMailbox: () => Promise<Mailbox>): void => {
  describe(`mailbox: ${name}`, () => {
    let mailbox: Mailbox;
    beforeEach(async () => {
      mailbox = await makeMailbox();
    });
    afterEach(() => mailbox.close());

    it('starts empty', async () => {
      expect(await mailbox.head(CROYDON)).toBe(0);
      expect(await mailbox.read(CROYDON, 0, 10)).toEqual([]);
      expect(await mailbox.find(CROYDON, 1)).toBeUndefined();
      expect(await mailbox.checkpoint('router')).toBe(BEGINNING);
    });

    it('gives back each entry whole, with its number and when it arrived', async () => {
      const entry = aNewEntry('a', { restricted: false, capacity: 'area-at-risk' });
      const [put] = await mailbox.deliver('router', [entry], 4);
      expect(put).toMatchObject({ ...entry, sequence: 1 });
      expect(put?.putAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(await mailbox.read(CROYDON, 0, 10)).toEqual([put]);
      expect(await mailbox.find(CROYDON, 1)).toEqual(put);
    });

    it('keeps the clause that an entry was opened under, which opens no record', async () => {
      const agreement = { id: 'agreement-1', version: 2, clause: 'missing', tells: HACKNEY };
      const entries = [
        aNewEntry('a', { agreement, recordRef: 'r-1', factId: 'f-1', stream: 'missing-1' }),
        aNewEntry('b', { recordRef: 'r-2' }),
      ];
      const [opened] = await mailbox.deliver('router', entries, 4);
      expect(opened).toMatchObject({ ...entries[0], sequence: 1 });
      expect(await mailbox.read(CROYDON, 0, 1)).toEqual([opened]);
      expect(await mailbox.find(CROYDON, 1)).toEqual(opened);
      expect(await mailbox.entriesOfFact('f-1')).toEqual([opened]);
      expect(await mailbox.entriesOfStream('missing-1')).toEqual([opened]);
      expect((await mailbox.deliver('router', entries, 4))[0]).toEqual(opened);
      expect(await mailbox.hasEntryAbout(CROYDON, 'r-1')).toBe(false);
      expect(await mailbox.hasEntryAbout(CROYDON, 'r-2')).toBe(true);
      await mailbox.deliver('router', [aNewEntry('c', { recordRef: 'r-1' })], 5);
      expect(await mailbox.hasEntryAbout(CROYDON, 'r-1')).toBe(true);
    });

    it('numbers each mailbox 1, 2, 3 … on its own', async () => {
      await mailbox.deliver(
        'router',
        [aNewEntry('a'), aNewEntry('b', { authority: KENT }), aNewEntry('c')],
        1,
      );
      await mailbox.deliver('router', [aNewEntry('d', { authority: KENT })], 2);
      expect(numbersOf(await mailbox.read(CROYDON, 0, 10))).toEqual([1, 2]);
      expect(numbersOf(await mailbox.read(KENT, 0, 10))).toEqual([1, 2]);
      expect(await mailbox.head(CROYDON)).toBe(2);
    });

    it('numbers without gaps while many deliver at once', async () => {
      await Promise.all(
        Array.from({ length: 40 }, (_, turn) =>
          mailbox.deliver(`router-${turn % 3}`, manyEntries(5, `t${turn}`), turn),
        ),
      );
      const entries = await mailbox.read(CROYDON, 0, 1000);
      expect(numbersOf(entries)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
      expect(new Set(entries.map((entry) => entry.entryId)).size).toBe(200);
    });

    it('puts an entry once, however often it is delivered, and answers as the first time', async () => {
      const first = await mailbox.deliver('router', [aNewEntry('a'), aNewEntry('b')], 3);
      const again = await mailbox.deliver(
        'router',
        [aNewEntry('b', { occurredAt: '2026-01-01' }), aNewEntry('c')],
        4,
      );
      expect(again[0]).toEqual(first[1]);
      expect(numbersOf(await mailbox.read(CROYDON, 0, 10))).toEqual([1, 2, 3]);
    });

    it('moves the router’s checkpoint with the entries, never back', async () => {
      await mailbox.deliver('router', [aNewEntry('a')], 9);
      await mailbox.deliver('router', [], 12);
      await mailbox.deliver('router', [aNewEntry('b')], 5);
      await mailbox.deliver('another', [], 1);
      expect(await mailbox.checkpoint('router')).toBe(12);
      expect(await mailbox.checkpoint('another')).toBe(1);
    });

    it('reads after a number, up to a limit, oldest first', async () => {
      await mailbox.deliver('router', manyEntries(6, 'e'), 1);
      expect(numbersOf(await mailbox.read(CROYDON, 2, 3))).toEqual([3, 4, 5]);
      expect(numbersOf(await mailbox.read(CROYDON, 5, 100))).toEqual([6]);
      expect(await mailbox.read(CROYDON, 6, 100)).toEqual([]);
    });

    it('finds what one fact, one notice or one record led to', async () => {
      await mailbox.deliver(
        'router',
        [
          aNewEntry('a', { factId: 'f-1', stream: 'missing-1', recordRef: 'r-1' }),
          aNewEntry('b', { factId: 'f-1', stream: 'missing-1', recordRef: 'r-1', authority: KENT }),
          aNewEntry('c', { factId: 'f-2', stream: 'missing-1', recordRef: 'r-1' }),
          aNewEntry('d', { factId: 'f-3', stream: 'missing-2', recordRef: 'r-2' }),
        ],
        1,
      );
      const ids = (entries: readonly MailboxEntry[]) => entries.map((entry) => entry.entryId);
      expect(ids(await mailbox.entriesOfFact('f-1'))).toEqual(['a', 'b']);
      expect(ids(await mailbox.entriesOfStream('missing-1'))).toEqual(['a', 'b', 'c']);
      expect(await mailbox.entriesOfFact('f-9')).toEqual([]);
      expect(ids(await mailbox.entriesOfFacts(['f-3', 'f-9', 'f-1']))).toEqual(['a', 'b', 'd']);
      expect(await mailbox.entriesOfFacts([])).toEqual([]);
      expect(ids(await mailbox.entriesAbout(CROYDON, 'r-1'))).toEqual(['a', 'c']);
      expect(ids(await mailbox.entriesAbout(KENT, 'r-1'))).toEqual(['b']);
      expect(await mailbox.entriesAbout(KENT, 'r-2')).toEqual([]);
      expect(await mailbox.hasEntryAbout(KENT, 'r-1')).toBe(true);
      expect(await mailbox.hasEntryAbout(KENT, 'r-2')).toBe(false);
      expect(await mailbox.hasEntryAbout(KENT, 'r-9')).toBe(false);
    });

    describe('waiting', () => {
      const outcome = async (waiting: Promise<void>): Promise<string> =>
        Promise.race([waiting.then(() => 'woken'), pause(150, 'still waiting')]);

      it('does not wait when there is more already', async () => {
        await mailbox.deliver('router', [aNewEntry('a')], 1);
        expect(await outcome(mailbox.waitForMore(CROYDON, 0, 60_000))).toBe('woken');
      });

      it('wakes for an entry of the own mailbox, not of another', async () => {
        const waiting = mailbox.waitForMore(CROYDON, 0, 60_000);
        await mailbox.deliver('router', [aNewEntry('a', { authority: KENT })], 1);
        expect(await outcome(waiting)).toBe('still waiting');
        await mailbox.deliver('router', [aNewEntry('b')], 2);
        expect(await outcome(waiting)).toBe('woken');
      });

      it('ends at its time, at the signal and when the mailbox closes', async () => {
        expect(await outcome(mailbox.waitForMore(CROYDON, 0, 5))).toBe('woken');
        const controller = new AbortController();
        const signalled = mailbox.waitForMore(CROYDON, 0, 60_000, controller.signal);
        controller.abort();
        expect(await outcome(signalled)).toBe('woken');
        expect(await outcome(mailbox.waitForMore(CROYDON, 0, 60_000, controller.signal))).toBe('woken');
        const closing = mailbox.waitForMore(CROYDON, 0, 60_000);
        await mailbox.close();
        expect(await outcome(closing)).toBe('woken');
      });
    });

    it('says that it is closed', async () => {
      await mailbox.close();
      const closed = { code: 'store/closed' };
      await expect(mailbox.deliver('router', [aNewEntry('a')], 1)).rejects.toMatchObject(closed);
      await expect(mailbox.read(CROYDON, 0, 1)).rejects.toMatchObject(closed);
      await expect(mailbox.checkpoint('router')).rejects.toMatchObject(closed);
    });
  });
};
