import type { ChildIdentity, Position, RecordedFact } from '@ibex/kernel';
import { FixedClock, MemoryEventStore } from '@ibex/adapters/memory';
import { definitions } from '@ibex/notifications';
import { FactLog } from '@ibex/runtime';
import { aNewFact, someMetadata } from '@ibex/testing';
import {
  CROYDON,
  LAMBETH,
  MERTON,
  amended,
  ended,
  left,
  missingClause,
  proposed,
  signed,
} from '../domain/agreement.fixture';
import type { AgreementFact } from '../domain/agreement.events';
import { RecordedAgreements } from './recorded-agreements';

const lifting = { lift: (facts: readonly RecordedFact[]) => facts, versionOf: () => 1 };
const missing = definitions.find(({ name }) => name === 'missing');
const reported = {
  ...{ by: LAMBETH, occurredAt: '2026-03-30', kind: 'M', from: 'home', responsible: LAMBETH },
  ...{ host: { kind: 'unknown' }, lastSeen: { on: '2026-03-30' } },
  ...{ areasAtRisk: [], alreadyOver: false },
};

const aWorld = (now = '2026-04-01T09:00:00.000Z') => {
  const store = new MemoryEventStore();
  const log = new FactLog(store, lifting as unknown as ConstructorParameters<typeof FactLog>[1]);
  const children = new Map<string, ChildIdentity>();
  const identityOf = (ref: string, before?: Position) =>
    Promise.resolve(before === undefined ? undefined : children.get(ref));
  let ids = 0;
  const put = async (stream: string, type: string, data: object, recordedAt = now) => {
    ids += 1;
    const actor = { ...someMetadata.actor, authority: LAMBETH };
    const fact = aNewFact(`f-${String(ids)}`, {
      type,
      data: { ...data },
      recordedAt,
      metadata: { ...someMetadata, actor },
    });
    const { facts } = await store.append(stream, 'any', [fact]);
    return facts[0];
  };
  const agreed = async (...facts: readonly AgreementFact[]) => {
    for (const { type, data } of facts) await put('agreement-a-1', type, data);
  };
  const told = async (type: string, recordedAt?: string): Promise<readonly string[]> => {
    const fact = await put('missing-1', type, reported, recordedAt);
    if (!fact || !missing) throw new Error('nothing was recorded');
    const book = new RecordedAgreements(log, { identityOf }, new FixedClock(now));
    const all = await book.alsoTold({ definition: missing, fact, earlier: [] });
    return all.map(({ authority }) => authority);
  };
  const isOpen = (recipient: string, clause = 'missing', tells = LAMBETH) =>
    new RecordedAgreements(log, { identityOf }, new FixedClock(now)).isOpen(
      { id: 'a-1', version: 1, clause, tells },
      recipient,
    );
  return { agreed, told, isOpen, children };
};
const both = [signed(CROYDON), signed(LAMBETH)] as const;

describe('agreements on record', () => {
  it('tell of a notice from the fact after the last signature on', async () => {
    const { agreed, told } = aWorld();
    await agreed(proposed(), signed(CROYDON));
    expect(await told('MissingReported')).toEqual([]);
    await agreed(signed(LAMBETH));
    expect(await told('MissingReported')).toEqual([CROYDON]);
    await agreed(ended());
    expect(await told('MissingReported')).toEqual([]);
  });

  it('tell nothing of what the type keeps to those whom law names', async () => {
    const { agreed, told } = aWorld();
    await agreed(proposed(), ...both);
    expect(await told('MissingAcknowledged')).toEqual([]);
  });

  it('take the age on the London day of recording, from what was on record before', async () => {
    const { agreed, told, children } = aWorld();
    await agreed(proposed({ clauses: [{ ...missingClause, agesFrom: 13 }] }), ...both);
    // half past midnight of a birthday in London, while UTC still has the day before
    const birthday = '2026-03-29T23:30:00.000Z';
    expect(await told('MissingReported', birthday)).toEqual([]);
    children.set('record-ref-1', { localId: 'l', dateOfBirth: '2013-03-30' });
    expect(await told('MissingReported', birthday)).toEqual([CROYDON]);
    expect(await told('MissingReported', '2026-03-29T22:30:00.000Z')).toEqual([]);
  });
});

describe('what an agreement opened', () => {
  it('stays open while a version in force has the clause and both parties', async () => {
    const { agreed, isOpen } = aWorld();
    expect(await isOpen(CROYDON)).toBe(false);
    await agreed(proposed(), ...both);
    expect(await isOpen(CROYDON)).toBe(true);
    expect(await isOpen(CROYDON, 'another')).toBe(false);
    expect(await isOpen(MERTON)).toBe(false);
    expect(await isOpen(CROYDON, 'missing', MERTON)).toBe(false);
  });

  it.each([
    ['it is ended', [ended()]],
    ['the one that told has left', [left(LAMBETH)]],
    ['the one that was told has left', [left(CROYDON)]],
    [
      'a newer version drops the clause',
      [amended(2, { clauses: [{ ...missingClause, id: 'other' }] }), signed(CROYDON, 2), signed(LAMBETH, 2)],
    ],
  ] as const)('is closed once %s', async (_, facts) => {
    const { agreed, isOpen } = aWorld();
    await agreed(proposed(), ...both, ...facts);
    expect(await isOpen(CROYDON)).toBe(false);
  });

  it('is closed at the midnight in London after its last day', async () => {
    for (const [now, open] of [
      ['2026-04-30T22:59:59.999Z', true],
      ['2026-04-30T23:00:00.000Z', false],
    ] as const) {
      const { agreed, isOpen } = aWorld(now);
      await agreed(proposed({ to: '2026-04-30' }), ...both);
      expect(await isOpen(CROYDON)).toBe(open);
    }
  });
});
