import type { ReadOnRecord, RecordedFact } from '@ibex/kernel';
import { aNewFact, given } from '@ibex/testing';
import type { LinkFact } from '../domain/link.events';
import { correctionDecider } from './correction.decider';
import { correctionDefinition } from './correction.definition';
import { spellsOf } from './link-history.rule';
import { LINK_CASE, reachedBy } from './reached.rule';

const CAMDEN = 'E09000007';
const LAMBETH = 'E09000022';
const KENT = 'E10000016';
const pair = { refs: ['r-1', 'r-2'], owners: [CAMDEN, LAMBETH] } as const;
const evidence = { weight: 12, reasons: [], rivals: 0, model: '' };
const by = { by: LAMBETH, person: 'ben' };
const made: LinkFact = { type: 'LinkMade', data: { ...pair, ...evidence } };
const withdrawn: LinkFact = { type: 'LinkEvidenceWithdrawn', data: {} };
const undone: LinkFact = { type: 'LinkUndone', data: by };
const forbidden: LinkFact = { type: 'LinkForbidden', data: { ...pair, ...by } };
const stream = (...facts: readonly LinkFact[]): readonly RecordedFact[] =>
  facts.map(({ type, data }, at) => ({
    ...aNewFact(`f-${String(at)}`, { type, data: { ...data } }),
    ...{ stream: 'link-1', category: 'link', revision: at, position: at * 10 },
  }));
const spells = (...facts: readonly LinkFact[]) =>
  spellsOf(stream(...facts)).map(({ since, until }) => [since.id, until?.id]);

const read = (authority: string, recordRef: string, change: Partial<ReadOnRecord> = {}): ReadOnRecord => ({
  ...{ recordRef, owner: CAMDEN, what: 'child-chronology', purpose: 'own-child' },
  by: { authority, person: 'p', role: 'mash' },
  basis: { text: 'told', source: 'law' },
  ...{ at: '2026-11-01T09:00:00.000Z', lastAt: '2026-11-02T09:00:00.000Z', position: 5 },
  ...change,
});
const sides = [
  ['r-1', 'r-3'],
  ['r-2', 'r-4'],
] as const;

describe('while two records were linked', () => {
  it.each([
    ['never', [], []],
    ['still', [made], [['f-0', undefined]]],
    ['until somebody undid it', [made, made, undone], [['f-0', 'f-2']]],
    ['until they were kept apart', [made, forbidden], [['f-0', 'f-1']]],
    [
      'twice',
      [made, withdrawn, made, undone],
      [
        ['f-0', 'f-1'],
        ['f-2', 'f-3'],
      ],
    ],
  ] as const)('is known: %s', (_, facts, expected) => {
    expect(spells(...facts)).toEqual(expected);
  });
});

describe('who saw two children as one', () => {
  it('is every authority that saw records on both sides, also others than the two', () => {
    const reads = [
      read(KENT, 'r-3'),
      read(KENT, 'r-4', { lastAt: '2026-11-05T09:00:00.000Z' }),
      read(LAMBETH, 'r-2'),
      read(CAMDEN, 'r-1'),
    ];
    expect(reachedBy(reads, sides)).toEqual([
      {
        ...{ authority: KENT, shown: ['r-3', 'r-4'] },
        ...{ firstAt: '2026-11-01T09:00:00.000Z', lastAt: '2026-11-05T09:00:00.000Z' },
      },
    ]);
  });

  it('is nobody for having decided whether they are one', () => {
    const reads = [read(KENT, 'r-1', { what: LINK_CASE }), read(KENT, 'r-2', { what: LINK_CASE })];
    expect(reachedBy(reads, sides)).toEqual([]);
    expect(reachedBy([...reads, read(KENT, 'r-2')], sides)).toEqual([]);
  });
});

describe('a correction', () => {
  const reached = [{ authority: KENT, shown: ['r-3', 'r-4'], firstAt: '', lastAt: '' }];
  const data = { linkId: '1', linkFact: 'f-1', sides, owners: [CAMDEN, LAMBETH], reached };
  const issued = { type: 'CorrectionIssued', data } as const;

  it('is issued once', () => {
    const order = given(correctionDecider, '2026-11-22T09:00:00.000Z');
    order().when({ type: 'IssueCorrection', data }).then(issued);
    order(issued).when({ type: 'IssueCorrection', data }).then();
  });

  it('is told to whoever saw them, and leads to what it saw', () => {
    const [fact] = stream(made);
    if (!fact) throw new Error('no fact');
    const told = correctionDefinition.audience({ ...fact, ...issued, data: { ...data } }, []);
    expect(told).toEqual([
      expect.objectContaining({ authority: KENT, capacity: 'addressee', urgency: 'prompt' }),
    ]);
    const path = correctionDefinition.readAt?.({ recordRef: '', stream: 'correction-c-1', factId: '' });
    expect(path).toBe('/v1/links/corrections/c-1');
  });

  it('is no notice about a child, so that it opens no record', () => {
    expect(correctionDefinition.ofTheService).toBe(true);
  });
});
