import { SilenceWatch } from './silence-watch';

describe('silence', () => {
  it('is told once it has lasted, once each time', () => {
    const watch = new SilenceWatch(1000, 0);
    expect(watch.due(999)).toBeUndefined();
    expect(watch.due(1000)).toEqual({ sinceUtc: '1970-01-01T00:00:00.000Z', forMs: 1000 });
    expect(watch.due(5000)).toBeUndefined();
    watch.heard(5000);
    expect(watch.due(5999)).toBeUndefined();
    expect(watch.due(6500)).toEqual({ sinceUtc: '1970-01-01T00:00:05.000Z', forMs: 1500 });
  });
});
