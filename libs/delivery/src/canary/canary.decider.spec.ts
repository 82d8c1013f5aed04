import { canaryDecider } from './canary.decider';
import type { CanaryFact } from './canary.events';

const sent: CanaryFact = { type: 'CanarySent', data: { canary: 'c-1' } };
const seenData = {
  canary: 'c-1',
  place: 'mailbox',
  sentAt: '2026-03-02T09:00:00.000Z',
  seenAt: '2026-03-02T09:00:00.020Z',
  ms: 20,
} as const;
const seen: CanaryFact = { type: 'CanarySeen', data: seenData };

type Command = Parameters<typeof canaryDecider.decide>[0];
const deciding = (facts: readonly CanaryFact[], command: Command) =>
  canaryDecider.decide(
    command,
    facts.reduce((canary, fact) => canaryDecider.evolve(canary, fact), canaryDecider.initialState),
    '2026-03-02T09:00:00.000Z',
  );
const send = { type: 'SendCanary', data: { canary: 'c-1' } } as const;
const note = { type: 'NoteCanarySeen', data: seenData } as const;

describe('a canary', () => {
  it('is sent, and seen at each place', () => {
    expect(deciding([], send)).toEqual({ outcome: 'accepted', facts: [sent] });
    expect(deciding([sent], note)).toEqual({ outcome: 'accepted', facts: [seen] });
    const atWebhook = { ...note, data: { ...seenData, place: 'webhook' } } as const;
    expect(deciding([sent, seen], atWebhook)).toMatchObject({ outcome: 'accepted' });
  });

  it.each([
    ['sent twice', [sent], send, 'canary/sent-already'],
    ['seen before it was sent', [], note, 'canary/not-sent'],
    ['seen twice at one place', [sent, seen], note, 'canary/seen-already'],
  ] as const)('is not %s', (_, facts, command, code) => {
    expect(deciding(facts, command)).toMatchObject({ outcome: 'refused', refusal: { code } });
  });
});
