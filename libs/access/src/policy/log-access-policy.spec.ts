import type { ChildRecord, Mailbox, Reader, Records } from '@ibex/kernel';
import { FixedClock, MemoryEventStore, MemoryMailbox } from '@ibex/adapters/memory';
import { AgreementLens } from '@ibex/agreements';
import { CROYDON, HACKNEY, KENT, aNewEntry, aNewFact } from '@ibex/testing';
import { LogAccessPolicy } from './log-access-policy';

const record: ChildRecord = {
  recordRef: 'record-ref-1',
  owner: HACKNEY,
  introducedAt: '2026-03-02T09:00:00.000Z',
};
const records: Pick<Records, 'find'> = {
  find: (recordRef) => Promise.resolve(recordRef === record.recordRef ? record : undefined),
};
const reader = (authority: string): Reader => ({ authority, person: 'p-1', roles: ['duty-desk'] });

/** Hackney's child, placed in Croydon, which was told; Kent has nothing to do with it. */
const aTown = async () => {
  const store = new MemoryEventStore();
  const mailbox = new MemoryMailbox(new FixedClock());
  await store.append('placement-1', 'none', [aNewFact('f-1')]);
  await store.append('placement-2', 'none', [aNewFact('f-2')]);
  await mailbox.deliver('router-standard', [aNewEntry('e-1', { stream: 'placement-1' })], 0);
  return { mailbox, policy: (seen: Mailbox) => new LogAccessPolicy(records, seen, store) };
};
const aPolicy = async (): Promise<LogAccessPolicy> => {
  const { mailbox, policy } = await aTown();
  return policy(mailbox);
};

describe('sight of a record', () => {
  it('is its owner’s, that of whoever was told of the child, and nobody else’s', async () => {
    const policy = await aPolicy();
    expect(await policy.sightOfRecord(reader(HACKNEY), 'record-ref-1')).toBe('owner');
    expect(await policy.sightOfRecord(reader(CROYDON), 'record-ref-1')).toBe('addressee');
    expect(await policy.sightOfRecord(reader(KENT), 'record-ref-1')).toBe('none');
  });

  it('is nobody’s where there is no record', async () => {
    const policy = await aPolicy();
    expect(await policy.sightOfRecord(reader(HACKNEY), 'never-told-of')).toBe('none');
  });
});

describe('sight of a notice', () => {
  it('is that of whoever opened it and of those told of this very notice', async () => {
    const policy = await aPolicy();
    expect(await policy.sightOfNotice(reader(HACKNEY), 'placement-1')).toBe('owner');
    expect(await policy.sightOfNotice(reader(CROYDON), 'placement-1')).toBe('addressee');
    expect(await policy.sightOfNotice(reader(KENT), 'placement-1')).toBe('none');
    expect(await policy.sightOfNotice(reader(CROYDON), 'placement-2')).toBe('none');
  });

  it('is that of whoever an agreement tells, until it ends, and opens nothing else of the record', async () => {
    const agreement = { id: 'a-1', version: 1, clause: 'missing', tells: CROYDON };
    const { policy, mailbox } = await aTown();
    const entry = aNewEntry('e-2', { stream: 'placement-1', authority: KENT, agreement });
    await mailbox.deliver('router-standard', [entry], 1);
    expect(await policy(mailbox).sightOfNotice(reader(KENT), 'placement-1')).toBe('addressee');
    expect(await policy(mailbox).sightOfRecord(reader(KENT), 'record-ref-1')).toBe('none');
    const isOpen = () => Promise.resolve(false);
    const ended = policy(new AgreementLens({ isOpen }, { uuidFrom: (text) => text }).over(mailbox));
    expect(await ended.sightOfNotice(reader(KENT), 'placement-1')).toBe('none');
    expect(await ended.sightOfNotice(reader(CROYDON), 'placement-1')).toBe('addressee');
  });

  it('is nobody’s where there is no notice', async () => {
    const policy = await aPolicy();
    expect(await policy.sightOfNotice(reader(HACKNEY), 'placement-9')).toBe('none');
  });
});
