import type { DutyOpened, NotificationDefinition, RecordedFact, RowChange } from '@ibex/kernel';
import { categoryOf } from '@ibex/kernel';
import { dutyIdOf, uuidFrom } from '@ibex/runtime';
import { CROYDON, HACKNEY, KENT, aNewFact, someMetadata } from '@ibex/testing';
import { warnAtOf } from './clock.rule';
import { NEVER, clocksProjection } from './clocks.projection';
import { runIdOf, shardOf } from './duty-rows';

const DUE = '2026-03-04T09:00:00.000Z';
const opened: DutyOpened = {
  ...{
    change: 'opened',
    key: 'visit-1',
    kind: 'visit',
    text: 'Visit the child',
    owedBy: CROYDON,
    owedTo: HACKNEY,
  },
  ...{ startedAt: '2026-03-02T09:00:00.000Z', source: 'invented reg 2' },
};
/** A fact's own data say what its rules would. */
const definition: NotificationDefinition = {
  ...{ name: 'move', title: 'Move', category: 'move', lane: 'standard', refusals: [] },
  facts: {
    Told: {
      ...{ version: 1, title: 'Told', personal: [] },
      tells: { message: 'uk.ibex.move.notified', version: 1, summary: 'A move.' },
    },
    Recalled: {
      ...{ version: 1, title: 'Recalled', personal: [] },
      tells: { message: 'uk.ibex.move.withdrawn', version: 1, summary: 'A recall.' },
    },
  },
  audience: ({ data }) =>
    [CROYDON, KENT].map((authority) => ({
      ...{ authority, capacity: 'host', urgency: data['urgency'] === 'urgent' ? 'urgent' : 'prompt' },
      basis: { text: 'told', source: 'invented reg 3' },
    })),
  deadlines: ({ data }) => (data['changes'] ?? []) as ReturnType<NotificationDefinition['deadlines']>,
  withheldFromAddressees: () => [],
};
const projection = clocksProjection({
  definitions: [definition],
  isMember: (gss) => gss !== KENT,
  warnShare: 0.75,
});
const fact = (stream: string, type: string, data: object, position = 0): RecordedFact => ({
  ...aNewFact(`f-${position}`, {
    type,
    data: { ...data },
    metadata: { ...someMetadata, recordRef: 'record-1' },
  }),
  ...{ stream, category: categoryOf(stream), revision: position, position },
});
const inTable = (table: string, changes: readonly RowChange[]): readonly RowChange[] =>
  changes.filter((change) => change.table === table);
const dutyId = dutyIdOf('move-1', 'visit-1');
const told = (change: object, position = 0) =>
  inTable('clocks', projection.project(fact('move-1', 'Told', { changes: [change] }, position), []));

const row = {
  ...{
    dutyId,
    runId: runIdOf(dutyId, DUE),
    shard: shardOf(dutyId),
    stream: 'move-1',
    key: 'visit-1',
    factId: 'f-0',
  },
  ...{ recordRef: 'record-1', sender: HACKNEY, kind: 'visit', text: 'Visit the child', owedBy: CROYDON },
  ...{ owedTo: HACKNEY, urgency: 'prompt', startedAt: '2026-03-02T09:00:00.000Z', startsOn: '2026-03-02' },
  ...{ warnAt: '2026-03-03T21:00:00.000Z', lookAt: '2026-03-03T21:00:00.000Z' },
  ...{ dueAt: DUE, computedDueAt: DUE, limitedBy: 'law' },
  ...{ openedPosition: 0, state: 'open', metAt: null, metPosition: null, entryId: null },
};

describe('the table of clocks', () => {
  it('has a clock for each duty with a date, in law or as a target', () => {
    expect(told({ ...opened, dueAt: DUE })).toEqual([{ op: 'put', table: 'clocks', row }]);
    expect(told({ ...opened, targetAt: DUE })).toEqual([
      { op: 'put', table: 'clocks', row: { ...row, limitedBy: 'target' } },
    ]);
  });

  it('has none for a duty without a date, also where it had one before', () => {
    expect(told(opened)).toEqual([{ op: 'delete', table: 'clocks', where: { dutyId } }]);
  });

  it('calls history what was late for more than a week when it was heard of', () => {
    const late = { ...opened, startedAt: '2026-02-01', dueAt: '2026-02-23T08:59:59.999Z' };
    expect(told(late)).toMatchObject([{ row: { state: 'history' } }]);
    expect(told({ ...late, dueAt: '2026-02-23T09:00:00.000Z' })).toMatchObject([{ row: { state: 'open' } }]);
  });

  it('ends a clock that is met or void, and leaves history as it is', () => {
    const where = { dutyId, state: 'open' };
    expect(told({ change: 'met', key: 'visit-1', at: DUE })).toEqual([
      { op: 'patch', table: 'clocks', where, set: { state: 'met', metAt: DUE, metPosition: 0 } },
    ]);
    expect(told({ change: 'void', key: 'visit-1', because: 'moved' })).toEqual([
      { op: 'patch', table: 'clocks', where, set: { state: 'void' } },
    ]);
  });

  it('ends the clock of an acknowledgement, and no other, with the entry of the notice taken on', () => {
    const entryId = uuidFrom(`f-0\n${CROYDON}`);
    expect(told({ ...opened, kind: 'acknowledge', dueAt: DUE })).toMatchObject([{ row: { entryId } }]);
    const taken = fact(`delivery-${entryId}`, 'NoticeAcknowledged', {});
    expect(inTable('clocks', projection.project(taken, []))).toEqual([
      {
        ...{ op: 'patch', table: 'clocks', where: { entryId, state: 'open' } },
        set: { state: 'met', metAt: taken.recordedAt, metPosition: taken.position },
      },
    ]);
    const asked = fact(`delivery-${entryId}`, 'QueryAsked', {});
    expect(inTable('clocks', projection.project(asked, []))).toEqual([]);
  });
});

describe('how far a clock has run', () => {
  const at = (type: string, data: object, position: number): RecordedFact =>
    fact(`clock-${dutyId}`, type, { dueAt: DUE, ...data }, position);
  const warned = at('DutyWarned', { at: '2026-03-03T21:00:00.000Z' }, 0);
  const late = at('DutyLate', { at: DUE, nextAt: '2026-03-04T10:00:00.000Z' }, 1);
  const stepped = at('EscalationStepped', { at: DUE, step: 0 }, 2);
  const paused = at('ClockPaused', { reason: 'other' }, 3);
  const resumed = at('ClockResumed', { startedAt: '2026-03-02T09:00:00.000Z', newDueAt: DUE }, 4);
  const run = {
    ...{ runId: runIdOf(dutyId, DUE), dutyId, shard: shardOf(dutyId), warnedAt: '2026-03-03T21:00:00.000Z' },
    ...{ lateAt: null, metLateAt: null, steps: 0, nextAt: DUE, pausedAt: null },
  };
  const runAfter = (...facts: readonly RecordedFact[]): unknown => {
    const last = facts.at(-1);
    const [change] = last ? inTable('clockRuns', projection.project(last, facts.slice(0, -1))) : [];
    return change?.op === 'put' ? change.row : undefined;
  };

  it('is told by its own facts, with what comes next', () => {
    const lateRow = { ...run, lateAt: DUE, nextAt: '2026-03-04T10:00:00.000Z' };
    expect(runAfter(warned)).toEqual(run);
    expect(runAfter(warned, late)).toEqual(lateRow);
    expect(runAfter(warned, late, stepped)).toEqual({ ...lateRow, steps: 1, nextAt: NEVER });
    expect(runAfter(at('DutyMetLate', { metAt: '2026-03-05T09:00:00.000Z' }, 0))).toEqual({
      ...{ ...run, warnedAt: null, metLateAt: '2026-03-05T09:00:00.000Z', nextAt: NEVER },
    });
  });

  it('comes to nothing while it is paused, and is looked at once it runs again', () => {
    const recordedAt = '2026-03-02T09:00:00.000Z';
    expect(runAfter(warned, paused)).toEqual({ ...run, nextAt: NEVER, pausedAt: recordedAt });
    expect(runAfter(warned, paused, resumed)).toEqual({ ...run, nextAt: recordedAt });
  });

  it('is looked at again at its next step, and not before', () => {
    const lookAfter = (...facts: readonly RecordedFact[]): unknown => {
      const last = facts.at(-1);
      return last && inTable('clocks', projection.project(last, facts.slice(0, -1)));
    };
    const where = { dutyId, dueAt: DUE };
    const patched = (lookAt: string) => [{ op: 'patch', table: 'clocks', where, set: { lookAt } }];
    expect(lookAfter(warned)).toEqual(patched(DUE));
    expect(lookAfter(warned, late)).toEqual(patched('2026-03-04T10:00:00.000Z'));
    expect(lookAfter(warned, late, stepped)).toEqual(patched(NEVER));
    expect(lookAfter(warned, paused)).toEqual(patched(NEVER));
    const warnAt = warnAtOf('2026-03-02T09:00:00.000Z', DUE, 0.75);
    expect(lookAfter(warned, paused, resumed)).toMatchObject([{ set: { warnAt, lookAt: warnAt } }]);
  });

  it('begins anew towards a date that moved', () => {
    const data = {
      ...{ startedAt: '2026-03-02T09:00:00.000Z', newDueAt: '2026-03-06T09:00:00.000Z' },
      ...{ computedDueAt: '2026-03-06T09:00:00.000Z', proclaimed: ['2026-03-03'], setAt: 0 },
    };
    const moved = projection.project(at('ClockRecomputed', data, 1), [warned]);
    expect(inTable('clocks', moved)).toEqual([
      {
        ...{ op: 'patch', table: 'clocks', where: { dutyId, dueAt: DUE } },
        set: {
          ...{ dueAt: '2026-03-06T09:00:00.000Z', computedDueAt: '2026-03-06T09:00:00.000Z' },
          ...{ runId: runIdOf(dutyId, '2026-03-06T09:00:00.000Z'), warnAt: '2026-03-05T09:00:00.000Z' },
          lookAt: '2026-03-05T09:00:00.000Z',
        },
      },
    ]);
  });
});

describe('who is waited for', () => {
  const entryId = uuidFrom(`f-0\n${CROYDON}`);
  const awaited = {
    ...{
      entryId,
      shard: shardOf(entryId),
      factId: 'f-0',
      stream: 'move-1',
      authority: CROYDON,
      sender: HACKNEY,
    },
    ...{ patience: 'move', toldAt: '2026-03-02T09:00:00.000Z', position: 0, state: 'waiting' },
  };
  const toldOf = (type: string, data: object = {}) =>
    inTable('awaited', projection.project(fact('move-1', type, data), []));

  it('is each member that a fact is told to, as long as its urgency or its type allows', () => {
    expect(toldOf('Told')).toEqual([{ op: 'put', table: 'awaited', row: awaited }]);
    expect(toldOf('Told', { urgency: 'urgent' })).toMatchObject([{ row: { patience: 'urgent' } }]);
  });

  it('is no longer waited for on what is recalled, but for taking note of the recall', () => {
    expect(toldOf('Recalled')).toMatchObject([
      { op: 'patch', where: { stream: 'move-1', authority: CROYDON }, set: { state: 'over' } },
      { op: 'put', row: { state: 'waiting' } },
    ]);
  });

  it.each(['NoticeAcknowledged', 'ActionRecorded', 'QueryAsked', 'RecipientSilent'])(
    'is over with %s',
    (type) => {
      expect(inTable('awaited', projection.project(fact('delivery-e-1', type, {}), []))).toEqual([
        { op: 'patch', table: 'awaited', where: { entryId: 'e-1' }, set: { state: 'over' } },
      ]);
    },
  );

  it('is not over because it was only fetched or opened', () => {
    expect(projection.project(fact('delivery-e-1', 'NoticeOpened', {}), [])).toEqual([]);
  });
});
