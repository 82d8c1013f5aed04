import type { Addressee, NotificationDefinition, RecordedFact } from '@ibex/kernel';
import { CROYDON, HACKNEY, KENT, aNewFact } from '@ibex/testing';
import { isTold, tellingOf } from './addressed.rule';

const to = (authority: string, change: Partial<Addressee> = {}): Addressee => ({
  authority,
  capacity: 'host',
  urgency: 'prompt',
  basis: { text: 'told', source: 'CPPCR Regs 2010, reg 13(4)' },
  ...change,
});
const telling = (...addressees: readonly Addressee[]): NotificationDefinition => ({
  name: 'placement',
  title: 'Placement',
  category: 'placement',
  lane: 'standard',
  facts: {
    PlacementNotified: {
      version: 3,
      tells: { message: 'uk.ibex.placement.notified', version: 2, summary: 'A placement.' },
      title: 'Placement notified',
      personal: [],
    },
    PlacementNoted: { version: 1, tells: { internal: 'a note' }, title: 'Noted', personal: [] },
  },
  audience: () => addressees,
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: [],
});
const fact: RecordedFact = {
  ...aNewFact('f-1'),
  stream: 'placement-1',
  category: 'placement',
  revision: 0,
  position: 0,
};

describe('whom a fact is told to', () => {
  it('is whom the audience rule names, with the message and its version', () => {
    expect(tellingOf(telling(to(CROYDON), to(KENT)), fact, [])).toEqual({
      type: 'uk.ibex.placement.notified',
      messageVersion: 2,
      addressees: [to(CROYDON), to(KENT)],
    });
  });

  it('is each authority once, as it was named first', () => {
    const twice = telling(to(CROYDON), to(CROYDON, { capacity: 'previous-host' }));
    expect(tellingOf(twice, fact, [])?.addressees).toEqual([to(CROYDON)]);
  });

  it('is never the one that acts, nor anyone where it is restricted', () => {
    const odd = telling(to(HACKNEY), to(KENT, { restricted: true }), to(CROYDON));
    expect(tellingOf(odd, fact, [])?.addressees).toEqual([to(CROYDON)]);
  });

  it('is nobody where nobody is left, and of an internal or unknown fact', () => {
    expect(tellingOf(telling(to(HACKNEY)), fact, [])).toBeUndefined();
    expect(tellingOf(telling(to(CROYDON)), { ...fact, type: 'PlacementNoted' }, [])).toBeUndefined();
    expect(tellingOf(telling(to(CROYDON)), { ...fact, type: 'SomethingElse' }, [])).toBeUndefined();
  });
});

describe('a type', () => {
  it('is routed only when some fact of it leaves its authority', () => {
    const note = { version: 1, tells: { internal: 'a note' }, title: 'Noted', personal: [] };
    expect(isTold(telling())).toBe(true);
    expect(isTold({ ...telling(), facts: { PlacementNoted: note } })).toBe(false);
  });
});
