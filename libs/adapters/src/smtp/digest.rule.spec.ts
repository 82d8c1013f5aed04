import type { BatchedEntry, ChannelBatch } from '@ibex/kernel';
import { toDigest } from './digest.rule';
import { toHtml, toText } from './digest.text';

const URL = 'https://ibex.example/';
const anEntry = (change: Partial<BatchedEntry> = {}): BatchedEntry => ({
  sequence: 12,
  kind: 'Placement notified',
  urgency: 'prompt',
  from: 'E09000007',
  recordedAt: '2026-07-02T09:15:42.123Z',
  link: '/v1/notices/f-12',
  day: '2026-07-03',
  ...change,
});
const of = (...entries: readonly BatchedEntry[]): ChannelBatch => ({ id: 'b-1', entries, isReplay: false });
const urgent = anEntry({ sequence: 14, urgency: 'urgent', kind: 'Reported missing' });

describe('a digest', () => {
  it('counts by urgency and kind, names the first due date and links to the inbox', () => {
    const due = anEntry({ sequence: 13, dueAt: '2026-07-03T22:59:00.000Z' });
    const later = anEntry({ dueAt: '2026-07-05T09:00:00.000Z' });
    expect(toDigest(of(later, due, urgent, { ...urgent, sequence: 15, kind: 'Found' }), URL)).toEqual({
      subject: 'IBEX: 2 urgent notices wait, and 2 others',
      headline: '2 urgent notices wait, and 2 others',
      groups: [
        {
          urgency: 'urgent',
          counts: [
            { kind: 'Found', count: 1 },
            { kind: 'Reported missing', count: 1 },
          ],
        },
        { urgency: 'prompt', counts: [{ kind: 'Placement notified', count: 2 }] },
      ],
      oldestDue: '2026-07-03 23:59',
      link: 'https://ibex.example/console/desk',
      isUrgent: true,
      isReplay: false,
    });
  });

  it.each([
    [[urgent], 'IBEX: 1 urgent notice waits'],
    [[urgent, anEntry()], 'IBEX: 1 urgent notice waits, and 1 other'],
    [[anEntry()], 'IBEX: 1 notice waits'],
    [[anEntry(), anEntry()], 'IBEX: 2 notices wait'],
  ])('says in its subject how many: %#', (entries, subject) => {
    expect(toDigest(of(...entries), URL).subject).toBe(subject);
  });

  it('says that it was ordered again', () => {
    const digest = toDigest({ ...of(anEntry()), isReplay: true }, URL);
    expect(digest.subject).toBe('IBEX: 1 notice waits (sent again)');
    expect(toText(digest)).toContain('ordered these to be sent again');
  });

  it('reads well as text', () => {
    expect(toText(toDigest(of(urgent, anEntry({ dueAt: '2026-01-03T12:00:00.000Z' })), URL))).toBe(
      [
        '1 urgent notice waits, and 1 other in your authority’s inbox.\n',
        'Urgent\n     1  Reported missing\n',
        'Prompt\n     1  Placement notified\n',
        'First due: 2026-01-03 12:00 (London time)\n',
        'Open the inbox: https://ibex.example/console/desk\n',
        'This message says how many, and nothing of whom: open the inbox to see. Nobody reads answers to it. Your authority subscribed to it and can change, pause or close the subscription.\n',
      ].join('\n'),
    );
  });

  it('says the same in HTML, with nothing to run and nothing to fetch', () => {
    const html = toHtml(toDigest(of(urgent, anEntry({ kind: '<img src=x onerror=alert(1)>' })), URL));
    expect(html).toContain('<td>Reported missing</td>');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<(script|img|link|style|iframe)/i);
    expect(html).toContain('<a href="https://ibex.example/console/desk">');
  });

  it('names no sender, no notice and no reference', () => {
    const digest = toDigest(of(urgent, anEntry({ from: 'E09000033', link: '/v1/notices/canary' })), URL);
    expect(JSON.stringify(digest) + toText(digest) + toHtml(digest)).not.toMatch(/E09|canary|f-1/);
  });
});
