import type { MailboxEntry, RecordedFact } from '@ibex/kernel';
import { aNewEntry, aNewFact, someMetadata } from '@ibex/testing';
import { visibleTo } from './visible-facts.rule';

const HOST = 'E09000003';
const FORMER = 'E09000004';
const fact = (position: number, authority = 'E09000012'): RecordedFact => ({
  ...aNewFact(`f-${position}`, {
    metadata: { ...someMetadata, actor: { ...someMetadata.actor, authority } },
  }),
  stream: 'placement-1',
  category: 'placement',
  revision: position,
  position,
});
const told = (authority: string, position: number): MailboxEntry => ({
  ...aNewEntry(`e-${authority}-${position}`, { authority, position }),
  sequence: 1,
  putAt: '2026-03-02T09:00:00.000Z',
});
const ids = (facts: readonly RecordedFact[]): readonly string[] => facts.map(({ id }) => id);

describe('an addressee of a notice', () => {
  it('sees what led up to the first fact that it was told of, and nothing after the last', () => {
    const facts = [fact(0), fact(1), fact(2), fact(3)];
    const entries = [told(FORMER, 0), told(FORMER, 1), told(HOST, 2), told(HOST, 3)];
    expect(ids(visibleTo(FORMER, facts, entries))).toEqual(['f-0', 'f-1']);
    expect(ids(visibleTo(HOST, facts, entries))).toEqual(['f-0', 'f-1', 'f-2', 'f-3']);
  });

  it('sees nothing of what others were told while it was not, though it is told again', () => {
    const facts = [fact(0), fact(1), fact(2, HOST), fact(3)];
    const entries = [told(FORMER, 0), told(HOST, 1), told(FORMER, 3), told(HOST, 3)];
    expect(ids(visibleTo(FORMER, facts, entries))).toEqual(['f-0', 'f-3']);
  });

  it('sees what it recorded itself', () => {
    expect(ids(visibleTo(HOST, [fact(0), fact(1), fact(2, HOST)], [told(HOST, 0)]))).toEqual(['f-0', 'f-2']);
  });

  it('sees nothing when it was told of nothing', () => {
    expect(visibleTo(HOST, [fact(0)], [told(FORMER, 0)])).toEqual([]);
  });

  it('sees under an agreement each fact that it was told of and nothing that led up to it', () => {
    const agreement = { id: 'a-1', version: 1, clause: 'missing', tells: HOST };
    const facts = [fact(0), fact(1), fact(2)];
    const entries = [told(HOST, 0), { ...told(FORMER, 1), agreement }, { ...told(FORMER, 2), agreement }];
    expect(ids(visibleTo(FORMER, facts, entries))).toEqual(['f-1', 'f-2']);
    const ended = entries.map((entry): MailboxEntry =>
      'agreement' in entry ? { ...entry, withdrawn: true } : entry,
    );
    expect(ids(visibleTo(FORMER, facts, ended))).toEqual([]);
  });
});
