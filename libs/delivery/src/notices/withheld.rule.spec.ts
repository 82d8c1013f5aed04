import type { NotificationDefinition, RecordedFact } from '@ibex/kernel';
import { aNewFact } from '@ibex/testing';
import { withheldFor } from './withheld.rule';

const HOST = 'E09000003';
const FORMER_HOST = 'E09000004';

const definition: NotificationDefinition = {
  name: 'placement',
  title: 'Placement',
  category: 'placement',
  lane: 'standard',
  facts: {},
  audience: () => [],
  deadlines: () => [],
  refusals: [],
  withheldFromAddressees: ({ data }, addressee) => {
    if (data['restricted'] === true) return ['address', 'child'];
    return addressee === data['host'] ? [] : ['address'];
  },
};
const fact = (revision: number, data: RecordedFact['data']): RecordedFact => ({
  ...aNewFact(`f-${revision}`),
  data,
  stream: 'placement-1',
  category: 'placement',
  revision,
  position: revision,
});
const told = fact(0, { host: HOST });
const restricted = fact(1, { restricted: true });
const host = { as: 'addressee', authority: HOST } as const;

describe('what is withheld of a fact', () => {
  it('is nothing from its owner, restricted or not', () => {
    expect(
      withheldFor({ as: 'owner' }, definition, { fact: restricted, notice: [told, restricted] }),
    ).toEqual([]);
  });

  it('is what the type withholds from that addressee', () => {
    const former = { as: 'addressee', authority: FORMER_HOST } as const;
    expect(withheldFor(host, definition, { fact: told, notice: [told] })).toEqual([]);
    expect(withheldFor(former, definition, { fact: told, notice: [told] })).toEqual(['address']);
  });

  it('is also what became restricted after it was told', () => {
    expect(withheldFor(host, definition, { fact: told, notice: [told, restricted] })).toEqual([
      'address',
      'child',
    ]);
  });

  it('is not what was restricted before and is no longer', () => {
    const open = fact(2, { host: HOST });
    expect(withheldFor(host, definition, { fact: open, notice: [told, restricted, open] })).toEqual([]);
  });
});
