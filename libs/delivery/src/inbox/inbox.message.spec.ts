import { emptied } from '@ibex/kernel';
import type { MailboxEntry } from '@ibex/kernel';
import { aNewEntry } from '@ibex/testing';
import { toInboxMessage } from './inbox.message';

const entry: MailboxEntry = { ...aNewEntry('e-1'), sequence: 7, putAt: '2026-03-02T09:00:01.000Z' };
const kindOf = (type: string): string =>
  type === 'uk.ibex.placement.notified' ? 'Placement notified' : type;

describe('a message of the inbox', () => {
  it('is a thin CloudEvent 1.0: kind, urgency, basis, duty, and where the detail is', () => {
    expect(toInboxMessage(entry, kindOf)).toEqual({
      specversion: '1.0',
      id: 'e-1',
      source: 'urn:ibex:authority:E09000012',
      type: 'uk.ibex.placement.notified',
      subject: 'record-ref-1',
      time: '2026-03-02T09:00:00.000Z',
      dataschema: 'urn:ibex:schema:uk.ibex.placement.notified:1',
      datacontenttype: 'application/json',
      sequence: 7,
      data: {
        kind: 'Placement notified',
        urgency: 'prompt',
        capacity: 'host',
        basis: { text: 'a child was placed in your area', source: 'CPPCR Regs 2010, reg 13' },
        duty: 'acknowledge',
        due: '2026-03-09T17:00:00.000Z',
        from: 'E09000012',
        occurredAt: '2026-03-01',
        links: { detail: '/v1/notices/fact-of-e-1', acknowledgement: '/v1/inbox/7/acknowledgement' },
      },
    });
  });

  it('says nothing of a duty where there is none, nor of a date where law gives none', () => {
    const without = { ...entry };
    delete without.duty;
    expect(toInboxMessage(without, kindOf).data).not.toHaveProperty('duty');
    const undated = toInboxMessage({ ...entry, duty: { text: 'tell without delay' } }, kindOf).data;
    expect(undated.duty).toBe('tell without delay');
    expect(undated).not.toHaveProperty('due');
  });

  it('leads to how authorities post where it is about no notice', () => {
    const silent = { ...entry, type: 'uk.ibex.feed.silent' };
    expect(toInboxMessage(silent, kindOf).data.links).toEqual({
      detail: '/v1/status/authorities',
      acknowledgement: '/v1/inbox/7/acknowledgement',
    });
  });

  it('leads where its type says that more is to be read', () => {
    const readAt = ({ recordRef }: MailboxEntry): string => `/v1/reads?recordRef=${recordRef}`;
    expect(toInboxMessage(entry, kindOf, readAt).data.links.detail).toBe('/v1/reads?recordRef=record-ref-1');
  });

  it('leads to the subscription where it tells of its receiver', () => {
    for (const type of ['uk.ibex.subscription.troubled', 'uk.ibex.subscription.recovered']) {
      const troubled = { ...entry, type, stream: 'subscription-s-1' };
      expect(toInboxMessage(troubled, kindOf).data.links.detail).toBe('/v1/subscriptions/s-1');
    }
  });

  it('cites the clause of an agreement, and once that has ended shows nothing but the agreement', () => {
    const agreement = { id: 'a-1', version: 2, clause: 'missing', tells: 'E09000022' };
    const cited = { ...entry, agreement };
    expect(toInboxMessage(cited, kindOf).data).toMatchObject({
      agreement,
      links: { detail: '/v1/notices/fact-of-e-1' },
    });
    const empty = toInboxMessage(emptied(cited, 'e-2'), kindOf);
    expect(empty).toMatchObject({
      id: 'e-2',
      type: 'uk.ibex.mailbox.withdrawn',
      sequence: 7,
      subject: 'e-2',
    });
    expect(empty.data.links.detail).toBe('/v1/agreements/a-1');
    for (const told of ['fact-of-e-1', 'record-ref-1', 'E09000012', '2026-03-01"', 'reg 13'])
      expect(JSON.stringify(empty)).not.toContain(told);
  });
});
