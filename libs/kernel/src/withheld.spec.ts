import { HACKNEY, aNewFact, someMetadata } from '@ibex/testing';
import type { NotificationDefinition } from './notification';
import type { RecordedFact } from './recorded';
import { withheldFor, withoutFields } from './withheld';

const HOST = 'E09000003';
const FORMER_HOST = 'E09000004';

/** The address is the host's, and only those who came before may see who the host is. */
const definition: NotificationDefinition = {
  name: 'placement',
  title: 'Placement',
  category: 'placement',
  lane: 'standard',
  facts: {},
  audience: () => [],
  deadlines: () => [],
  refusals: [],
  withheldFromAddressees: ({ data }, addressee, earlier = []) => {
    if (data['restricted'] === true) return ['address', 'child'];
    if (addressee === data['host']) return [];
    return earlier.length === 0 ? ['address'] : ['address', 'host'];
  },
};
const fact = (revision: number, data: RecordedFact['data'], by = HACKNEY): RecordedFact => ({
  ...aNewFact(`f-${revision}`, {
    metadata: { ...someMetadata, actor: { ...someMetadata.actor, authority: by } },
  }),
  data,
  stream: 'placement-1',
  category: 'placement',
  revision,
  position: revision,
});
const told = fact(0, { host: HOST });
const restricted = fact(1, { restricted: true });
const host = { as: 'addressee', authority: HOST } as const;
const former = { as: 'addressee', authority: FORMER_HOST } as const;

describe('what is withheld of a fact', () => {
  it('is nothing from its owner, restricted or not', () => {
    expect(
      withheldFor({ as: 'owner' }, definition, { fact: restricted, notice: [told, restricted] }),
    ).toEqual({ personal: [], open: [] });
  });

  it('is what the type withholds from that addressee', () => {
    expect(withheldFor(host, definition, { fact: told, notice: [told] })).toEqual({ personal: [], open: [] });
    expect(withheldFor(former, definition, { fact: told, notice: [told] })).toEqual({
      personal: ['address'],
      open: ['address'],
    });
  });

  it('is also what became restricted after it was told, of the personal part alone', () => {
    expect(withheldFor(host, definition, { fact: told, notice: [told, restricted] })).toEqual({
      personal: ['address', 'child'],
      open: [],
    });
  });

  it('is not what was restricted before and is no longer', () => {
    const open = fact(2, { host: HOST });
    expect(withheldFor(host, definition, { fact: open, notice: [told, restricted, open] })).toEqual({
      personal: [],
      open: [],
    });
  });

  it('is judged with what came before', () => {
    const moved = fact(1, { host: HOST });
    expect(withheldFor(former, definition, { fact: moved, notice: [told, moved] }).open).toEqual([
      'address',
      'host',
    ]);
  });

  it('is nothing of what the reader told itself', () => {
    const own = fact(1, { host: HOST }, FORMER_HOST);
    expect(withheldFor(former, definition, { fact: own, notice: [told, own] })).toEqual({
      personal: [],
      open: [],
    });
  });
});

it('leaves out fields by name, and no others', () => {
  expect(withoutFields({ host: HOST, startsOn: '2026-03-02' }, ['host', 'address'])).toEqual({
    startsOn: '2026-03-02',
  });
});
