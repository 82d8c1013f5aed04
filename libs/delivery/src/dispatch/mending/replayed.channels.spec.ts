import { RefusedError } from '@ibex/runtime';
import { checkReplayable } from './replayed.channels';

describe('a replay', () => {
  it.each([
    ['pull-feed', /ask with after=… or Last-Event-ID/],
    ['event-stream', /ask with after=… or Last-Event-ID/],
    ['bus', /set the group’s offsets back/],
  ] as const)('is refused on %s, with how to have history again there', (channel, mend) => {
    expect(() => checkReplayable(channel)).toThrow(RefusedError);
    expect(() => checkReplayable(channel)).toThrow(mend);
  });

  it.each(['webhook', 'email-digest', 'file-drop'] as const)(
    'is for what a feed brings out: %s',
    (channel) => {
      expect(() => checkReplayable(channel)).not.toThrow();
    },
  );
});
