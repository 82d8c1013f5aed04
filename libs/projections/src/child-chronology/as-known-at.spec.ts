import fc from 'fast-check';
import type { RecordSight, RecordedFact, Row } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { entryIdOf } from '@ibex/runtime';
import { recorded, rowsAfter } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import { BARNET, CAMDEN, CROYDON, ended, movedToBarnet, notified } from '../shared/placement.fixture';
import { chronologyProjection } from './child-chronology.projection';
import { inOrder } from './chronology-lines';
import type { Line } from './chronology-lines';
import { linesAt, toStory } from './chronology-story';
import type { RowsOfRecords } from './chronology-rows';

const projection = chronologyProjection(definitions);
const REF = 'record-ref-1';
const at = (minute: number): string => new Date(Date.UTC(2025, 2, 3, 9, minute)).toISOString();
const basis = { text: 'own', source: 'Act' };

/** What a view that had read these facts would hold. */
const viewOf = (facts: readonly RecordedFact[]): RowsOfRecords => {
  const tables = rowsAfter(projection, facts);
  const rows = (name: string): readonly Row[] =>
    (tables[name] ?? []).toSorted((a, b) => Number(a['position']) - Number(b['position']));
  const all: unknown = {
    entries: rows('chronologyEntries'),
    told: rows('chronologyTold'),
    opened: rows('chronologyDuties'),
    changes: rows('chronologyDutyChanges'),
    moves: rows('chronologyClockMoves'),
    steps: rows('chronologySteps'),
  };
  return all as RowsOfRecords;
};

const sightOf = (sight: 'owner' | 'addressee'): RecordSight => ({
  ...{ sight, owner: CAMDEN, groups: [] },
  relations: [{ kind: sight, from: at(0), basis }],
});
const seen = (facts: readonly RecordedFact[], until: string, authority = CAMDEN): readonly Line[] => {
  const sight = sightOf(authority === CAMDEN ? 'owner' : 'addressee');
  const reader = { authority, person: 'p', roles: [] };
  const story = toStory({ recordRef: REF, owner: CAMDEN, sight }, viewOf(facts), reader);
  return linesAt([story], { until });
};

const took = (factId: string, type: string): Told => ({
  stream: `delivery-${entryIdOf(factId, CROYDON)}`,
  type,
  data: { authority: CROYDON, sequence: 1, factId, notice: 'placement-p1', deliveredAt: at(20) },
  by: CROYDON,
});
const later = { stream: 'placement-p2' };
/** In any order that a log may hold them in; what was told of p1 comes first. */
const anything = fc.constantFrom<Told>(
  movedToBarnet,
  ended,
  took('fact-0', 'NoticeDelivered'),
  took('fact-0', 'NoticeOpened'),
  took('fact-0', 'NoticeAcknowledged'),
  notified({ startsOn: '2025-02-20' }, later),
  { ...ended, ...later },
);
const log = fc
  .array(anything, { maxLength: 12 })
  .map((told) =>
    recorded(...[notified(), ...told].map((fact, minute) => ({ ...fact, recordedAt: at(minute) }))),
  );
const minutes = fc.integer({ min: 0, max: 14 });
/** What somebody told, unlike a date that came by itself. */
const onRecord = (lines: readonly Line[]) => lines.filter(({ recordedAt }) => recordedAt !== undefined);

describe('what was known at a moment', () => {
  it('is what a log cut there would have told the owner', () => {
    fc.assert(
      fc.property(log, minutes, (facts, minute) => {
        const until = at(minute);
        const cut = facts.filter(({ recordedAt }) => recordedAt <= until);
        expect(seen(facts, until)).toEqual(seen(cut, until));
      }),
    );
  });

  it('never loses an entry as time goes on', () => {
    const key = ({ kind, position, ordinal }: Line): string => `${kind} ${String(position)} ${ordinal}`;
    fc.assert(
      fc.property(log, minutes, minutes, (facts, one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)];
        for (const authority of [CAMDEN, CROYDON, BARNET]) {
          const known = new Set(seen(facts, at(after), authority).map(key));
          const told = onRecord(seen(facts, at(before), authority));
          expect(told.filter((line) => !known.has(key(line)))).toEqual([]);
        }
      }),
    );
  });

  it('is in order, and holds for an addressee nothing that the owner does not see', () => {
    fc.assert(
      fc.property(log, minutes, (facts, minute) => {
        const owner = seen(facts, at(minute));
        expect(owner.toSorted(inOrder)).toEqual(owner);
        const all = new Set(owner.map(({ position }) => position));
        for (const authority of [CROYDON, BARNET])
          for (const { position } of seen(facts, at(minute), authority)) expect(all.has(position)).toBe(true);
      }),
    );
  });
});
