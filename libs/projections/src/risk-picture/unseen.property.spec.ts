import { FIELD_GROUPS } from '@ibex/kernel';
import type { Sight } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import fc from 'fast-check';
import { byCategory } from '../shared/definitions';
import { recorded, rowsAfter } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import { findingsOf } from './findings';
import { picture, record } from './picture.fixture';
import { riskPictureProjection } from './risk-picture.projection';
import type { RiskFactRow, RiskToldRow } from './risk-picture.schema';
import { noticesIn, seenFacts } from './seen-facts.rule';

const [HACKNEY, CROYDON, BRENT, LAMBETH] = ['E09000012', 'E09000008', 'E09000005', 'E09000022'];
const projection = riskPictureProjection(definitions);
const at = (gss: string) => ({ host: { kind: 'authority', gss } });

const told = (stream: string, type: string, data: object, recordRef: string): Told => ({
  ...{ stream, type, recordRef, by: HACKNEY },
  data: { by: HACKNEY, occurredAt: '2026-03-01', ...data },
});
const reported = (stream: string, on: string, areas: readonly string[], recordRef: string): Told =>
  told(
    stream,
    'MissingReported',
    {
      ...{ kind: 'M', from: 'care', responsible: HACKNEY, alreadyOver: false },
      ...{ ...at(CROYDON), lastSeen: { on }, areasAtRisk: areas },
    },
    recordRef,
  );

const DAY = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`);
const ofRecord = (recordRef: string, areas: readonly string[]): fc.Arbitrary<Told> =>
  fc.oneof(
    fc
      .record({ n: fc.nat(4), on: DAY })
      .map(({ n, on }) => reported(`missing-${recordRef}-${n}`, on, areas, recordRef)),
    fc
      .record({ n: fc.nat(4), on: DAY })
      .map(({ n, on }) =>
        told(`missing-${recordRef}-${n}`, 'MissingFound', { when: { on }, ending: 'found' }, recordRef),
      ),
    fc.record({ n: fc.nat(2), on: DAY }).map(({ n, on }) =>
      told(
        `exploitation-${recordRef}-${n}`,
        'ExploitationConcernRaised',
        {
          ...{ responsible: HACKNEY, ...at(CROYDON), raisedOn: on, flags: ['gangs'], areas: [] },
          nrm: { stage: 'referred', on },
        },
        recordRef,
      ),
    ),
  );

/** What the reader's indicators say after these facts, whatever else is in the log. */
const said = (facts: readonly Told[], authority: string, sight: Sight) => {
  const rows = rowsAfter(projection, recorded(...facts));
  const its = (name: string) => (rows[name] ?? []).filter(({ recordRef }) => recordRef === 'record-1');
  const read = {
    facts: its('riskFacts') as unknown as readonly RiskFactRow[],
    told: (rows['riskTold'] ?? []) as unknown as readonly RiskToldRow[],
  };
  const by = { authority, sight: { sight, relations: [], groups: FIELD_GROUPS } };
  const seen = seenFacts(noticesIn(read, byCategory(definitions)), by);
  return findingsOf(picture(seen, { reader: authority, records: [record({ sight })] })).map(
    ({ finding }) => ({
      ...finding,
      // places in the log and ids are of this replay
      facts: finding.facts.map(({ stream, type }) => `${stream} ${type}`),
    }),
  );
};

describe('a picture, whatever is told of what its reader may not see', () => {
  const others = fc.array(ofRecord('record-9', [BRENT, LAMBETH]), { maxLength: 12 });
  const own = fc.array(ofRecord('record-1', [BRENT]), { maxLength: 12 });

  it.each([
    [HACKNEY, 'owner'],
    [BRENT, 'addressee'],
    [LAMBETH, 'grant'],
  ] as const)(
    'stays as it is for %s, %s of one record, when facts of another record are added',
    (who, sight) => {
      fc.assert(
        fc.property(own, others, fc.nat(), (facts, unseen, seed) => {
          // anywhere between the others, in an order of its own
          const mixed = [...facts];
          unseen.forEach((each, n) => mixed.splice((seed + n * 7) % (mixed.length + 1), 0, each));
          const inOrder = mixed.filter((each) => !unseen.includes(each));
          expect(said(mixed, who, sight)).toStrictEqual(said(inOrder, who, sight));
        }),
        { numRuns: 60 },
      );
    },
  );

  it('stays as it is for an addressee when notices of the same record are added that it is not told of', () => {
    const untold = fc.array(ofRecord('record-1', [LAMBETH]), { maxLength: 8 });
    fc.assert(
      fc.property(untold, (facts) => {
        const base = [reported('missing-known', '2026-03-20', [BRENT], 'record-1')];
        expect(said([...base, ...facts], BRENT, 'addressee')).toStrictEqual(said(base, BRENT, 'addressee'));
      }),
      { numRuns: 60 },
    );
  });
});
