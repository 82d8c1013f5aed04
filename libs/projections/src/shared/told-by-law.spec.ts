import { toldByLaw } from '@ibex/kernel';
import type { Addressee, NotificationDefinition } from '@ibex/kernel';
import { visitDefinition } from './invented-type.fixture';
import { recorded } from './replay.fixture';

const camden: Addressee = {
  authority: 'E09000007',
  capacity: 'host',
  urgency: 'routine',
  basis: { text: 'so that it can be expected', source: 'invented reg 1' },
};
const telling = (...addressees: readonly Addressee[]): NotificationDefinition => ({
  ...visitDefinition,
  audience: () => addressees,
});
const asked = { stream: 'visit-v1', type: 'VisitAsked', data: {}, by: 'E09000008' };
const told = (definition: NotificationDefinition, fact = asked) =>
  recorded(fact).flatMap((each) => toldByLaw(definition, each, []));

describe('who was told', () => {
  it('is whom the audience rule names', () => {
    expect(told(telling(camden))).toStrictEqual([camden]);
  });

  it('is never the one who did it', () => {
    expect(told(telling({ ...camden, authority: 'E09000008' }))).toStrictEqual([]);
  });

  it('is nobody where the address is restricted', () => {
    expect(told(telling({ ...camden, restricted: true }))).toStrictEqual([]);
  });

  it('is one authority once, as it was named first', () => {
    expect(told(telling(camden, { ...camden, capacity: 'previous-host' }))).toStrictEqual([camden]);
  });

  it('is nobody of an internal fact, nor of one that the type does not know', () => {
    const internal = { version: 1, tells: { internal: 'a note' }, title: 'Note', personal: [] };
    const definition = { ...telling(camden), facts: { VisitAsked: internal } };

    expect(told(definition)).toStrictEqual([]);
    expect(told(telling(camden), { ...asked, type: 'VisitUnheardOf' })).toStrictEqual([]);
  });
});
