import type { Instant } from '@ibex/kernel';

export const HEARTBEAT = 'uk.ibex.heartbeat';

/**
 * A sign of life on a channel, a CloudEvent 1.0 that is no entry of any mailbox: it has no number, is about no child and
 * is never repeated. `head`: number of the newest entry of the mailbox. `upTo`: every entry up to this number was
 * dealt with on this channel. A receiver that has less than `upTo` has lost something; silence while `head` is what it
 * has means that there is nothing to tell.
 */
export type HeartbeatMessage = Readonly<{
  specversion: '1.0';
  id: string;
  source: 'urn:ibex:exchange';
  type: typeof HEARTBEAT;
  subject: string;
  time: Instant;
  dataschema: 'urn:ibex:schema:uk.ibex.heartbeat:1';
  datacontenttype: 'application/json';
  data: Readonly<{ subscription?: string; head: number; upTo?: number; everySeconds: number }>;
}>;

/** `subscription`: left out on channels that bring the whole mailbox without one. */
export type Beat = Readonly<{
  authority: string;
  subscription?: string;
  head: number;
  upTo?: number;
  at: Instant;
  everyMs: number;
}>;

export const toHeartbeat = ({ authority, subscription, head, upTo, at, everyMs }: Beat): HeartbeatMessage => {
  const of = subscription ?? authority;
  return {
    specversion: '1.0',
    // no full stop: a webhook signs id, time and body with full stops between them
    id: `heartbeat-${of}-${at.replaceAll('.', '-')}`,
    source: 'urn:ibex:exchange',
    type: HEARTBEAT,
    subject: of,
    time: at,
    dataschema: 'urn:ibex:schema:uk.ibex.heartbeat:1',
    datacontenttype: 'application/json',
    data: {
      ...(subscription === undefined ? {} : { subscription }),
      head,
      ...(upTo === undefined ? {} : { upTo }),
      everySeconds: Math.round(everyMs / 1_000),
    },
  };
};
