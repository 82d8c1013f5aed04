import { NOT_SYSTEM, toServerFilter } from './server-filter';

describe('what the server is asked to let through', () => {
  it('is everything but its own events when nothing is asked for', () => {
    expect(toServerFilter({})).toEqual(NOT_SYSTEM);
    expect(toServerFilter({ categories: [], types: [] })).toEqual(NOT_SYSTEM);
    expect(new RegExp(NOT_SYSTEM.regex).test('PlacementNotified')).toBe(true);
    expect(new RegExp(NOT_SYSTEM.regex).test('$statsCollected')).toBe(false);
  });

  it('is a pattern on the names of streams for categories', () => {
    const { on, regex } = toServerFilter({ categories: ['placement', 'a.b'] });
    const passes = (stream: string): boolean => new RegExp(regex).test(stream);
    expect(on).toBe('stream');
    expect(['placement-1', 'placement', 'a.b-2'].map(passes)).toEqual([true, true, true]);
    expect(['placements-1', 'my-placement-1', 'axb-2', '$$placement-1'].map(passes)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('is a pattern on types for types', () => {
    const { on, regex } = toServerFilter({ types: ['PlacementEnded', 'MoveNotified'] });
    const passes = (type: string): boolean => new RegExp(regex).test(type);
    expect(on).toBe('type');
    expect(['PlacementEnded', 'MoveNotified', 'PlacementEndedV2', 'Moved'].map(passes)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is the widest for a union, which the server does not know', () => {
    expect(toServerFilter({ categories: ['move'], types: ['PlacementEnded'] })).toEqual(NOT_SYSTEM);
  });
});
