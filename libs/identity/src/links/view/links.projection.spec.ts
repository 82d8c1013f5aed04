import type { RecordedFact, RowChange } from '@ibex/kernel';
import { aNewFact } from '@ibex/testing';
import type { LinkFact } from '../domain/link.events';
import { linksProjection } from './links.projection';
import { LINKS_SCHEMA } from './links.schema';

const CAMDEN = 'E09000007';
const LAMBETH = 'E09000022';
const pair = { refs: ['r-1', 'r-2'], owners: [CAMDEN, LAMBETH] } as const;
const evidence = { weight: 12, reasons: [], rivals: 0, model: '' };
const ada = { by: CAMDEN, person: 'ada' };
const made: LinkFact = { type: 'LinkMade', data: { ...pair, ...evidence } };
const proposed: LinkFact = { type: 'LinkProposed', data: { ...pair, ...evidence } };
const forbidden: LinkFact = { type: 'LinkForbidden', data: { ...pair, ...ada } };
const undone: LinkFact = { type: 'LinkUndone', data: ada };
const asked: LinkFact = { type: 'LinkConfirmationAsked', data: ada };

const recorded = (facts: readonly LinkFact[]): readonly RecordedFact[] =>
  facts.map(({ type, data }, at) => ({
    ...aNewFact(`f-${String(at)}`, { type, data: { ...data } }),
    ...{ stream: 'link-l-1', category: 'link', revision: at, position: at },
  }));
const changesOf = (...facts: readonly LinkFact[]): readonly RowChange[] => {
  const all = recorded(facts);
  const last = all.at(-1);
  return last ? linksProjection.project(last, all.slice(0, -1)) : [];
};
const rows = (table: string, ...facts: readonly LinkFact[]) =>
  changesOf(...facts).flatMap((change) =>
    change.op === 'put' && change.table === table ? [change.row] : [],
  );

describe('the view of links', () => {
  it('has each pair from either side', () => {
    const edge = { linkId: 'l-1', weight: 12, isLinked: 1, isApart: 0, isSure: 0 };
    expect(rows('linkEnds', made)).toEqual([
      { recordRef: 'r-1', other: 'r-2', ...edge },
      { recordRef: 'r-2', other: 'r-1', ...edge },
    ]);
  });

  it('has each case for either owner, with its own record first', () => {
    const case_ = {
      ...{ linkId: 'l-1', standing: 'proposed', waits: 1, weight: 12 },
      ...{ byAuthority: CAMDEN, byPerson: 'ada', changedAt: '2026-03-02T09:00:00.000Z', position: 1 },
    };
    expect(rows('linkCases', proposed, asked)).toEqual([
      { authority: CAMDEN, recordRef: 'r-1', other: 'r-2', otherOwner: LAMBETH, ...case_ },
      { authority: LAMBETH, recordRef: 'r-2', other: 'r-1', otherOwner: CAMDEN, ...case_ },
    ]);
  });

  it('has two records of one authority as one case', () => {
    const own: LinkFact = { type: 'LinkMade', data: { ...pair, owners: [CAMDEN, CAMDEN], ...evidence } };
    expect(rows('linkCases', own)).toMatchObject([{ authority: CAMDEN, otherOwner: CAMDEN }]);
  });

  it('has a mark for nobody but the authority that set it, and takes away what others had', () => {
    const changes = changesOf(made, forbidden);
    const deleted = changes.filter(({ op }) => op === 'delete');
    expect(deleted).toEqual([
      { op: 'delete', table: 'linkCases', where: { authority: LAMBETH, linkId: 'l-1' } },
    ]);
    expect(rows('linkCases', made, forbidden)).toMatchObject([{ authority: CAMDEN, standing: 'forbidden' }]);
  });

  it('has every parting, until whoever saw the two as one was told', () => {
    expect(rows('linkPartings', made, undone)).toEqual([
      { factId: 'f-1', linkId: 'l-1', at: '2026-03-02T09:00:00.000Z', position: 1, isTold: 0 },
    ]);
    expect(rows('linkPartings', made, made)).toEqual([]);
    const [fact] = recorded([made]);
    if (!fact) throw new Error('no fact');
    const issued = { ...fact, type: 'CorrectionIssued', data: { linkFact: 'f-1' } };
    expect(linksProjection.project(issued, [])).toEqual([
      { op: 'patch', table: 'linkPartings', where: { factId: 'f-1' }, set: { isTold: 1 } },
    ]);
  });

  it('is open to the service alone, but for the cases of each owner', () => {
    expect(LINKS_SCHEMA.tables.map(({ name, sight }) => [name, sight])).toEqual([
      ['linkEnds', undefined],
      ['linkCases', [{ column: 'authority' }]],
      ['linkPartings', undefined],
    ]);
  });
});
