import { setTimeout as sleep } from 'node:timers/promises';
import { toKafkaRecord } from '@ibex/adapters/kafka';
import type { KafkaLine } from '../lines/kafka-line';
import type { Notice } from '../notices/invented-notices';
import type { Stage } from '../run/stage';
import { optional } from './scenario';
import type { Played, Scenario } from './scenario';

const BINDING = 'CloudEvents Kafka protocol binding 1.0';
const REBALANCE_RECORDS = 8;
const REBALANCE_FIRST = 16;
const REBALANCE_MOST = 120;
const ENOUGH_TAKEN_AWAY = 5;
const PACE_MS = 250;

const inEffect = async (
  stage: Stage<KafkaLine>,
  mode: 'binary' | 'structured',
  headers: Readonly<Record<string, string>> = {},
): Promise<Played> => {
  const notice = stage.notice();
  await stage.send(notice, (line) => line.sendAs(notice, mode, headers));
  await stage.settled([notice]);
  return { faults: [], judge: (effects) => effects.onceEach([notice]) };
};

/** One notice after the other about a few records in turn. */
const coursesIn = (stage: Stage<KafkaLine>): ((at: number) => Notice) => {
  const records = Array.from({ length: REBALANCE_RECORDS }, () => stage.notices.record());
  return (at) =>
    stage.notice(at < REBALANCE_RECORDS ? 'notified' : 'changed', records[at % REBALANCE_RECORDS]);
};

/** Records that hold no event: no JSON, no headers, nothing at all, and an event that is not 1.0. */
const spoilt = (stage: Stage<KafkaLine>): readonly Parameters<KafkaLine['sendRaw']>[] => {
  const { id, record, event } = stage.notices.forged();
  const key = record.recordRef;
  const structured = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
  const whole = toKafkaRecord({ key, event }, 'binary');
  return [
    [id, { key, value: Buffer.from('{"specversion":"1.0",'), headers: structured }],
    [id, { key, value: Buffer.from([0, 255, 254]) }],
    [id, { key, value: null, headers: {} }],
    [id, { key: null, value: whole.value, headers: { ...whole.headers, ce_specversion: '0.3' } }],
  ];
};

export const RECORDS: readonly Scenario[] = [
  {
    name: 'mode-binary',
    on: 'kafka',
    played: 'a notice with its attributes in headers',
    expected: 'in effect once',
    why: `${BINDING}, 3.2`,
    play: (stage) => inEffect(stage, 'binary'),
  },
  {
    name: 'mode-structured',
    on: 'kafka',
    played: 'a notice as one JSON document',
    expected: 'in effect once',
    why: `${BINDING}, 3.3: the content type tells the mode`,
    play: (stage) => inEffect(stage, 'structured'),
  },
  {
    name: 'unknown-headers',
    on: 'kafka',
    played: 'a notice with headers that are none of the event, one of them not ASCII',
    expected: 'in effect once',
    why: `${BINDING}, 3.2.3: only ce_ headers and content-type are of the event`,
    play: (stage) =>
      inEffect(stage, 'binary', { 'x-relay-hop': '3', traceparent: 'zz', 'x-name': 'Ångström' }),
  },
  {
    name: 'poison-record',
    on: 'kafka',
    isHard: true,
    played: 'four records that hold no CloudEvent 1.0, on several keys, then six notices',
    expected: 'the notices in effect once',
    why: 'IBEX, promises of delivery: poison is quarantined without blocking other children; the checkpoint must pass it',
    play: async (stage) => {
      const records = spoilt(stage);
      const { id } = stage.notices.forged();
      for (const [about, record] of records)
        await stage.send({ ...stage.notices.forged(), id }, (line) => line.sendRaw(about, record));
      const others = stage.some(6);
      await stage.deliverAll(others);
      await stage.settled(others);
      return { faults: [], judge: (effects) => effects.onceEach(others) };
    },
  },
  {
    name: 'rebalance',
    on: 'kafka',
    isHard: true,
    played:
      'another member joins the group amid notices, takes what comes to it and leaves without settling it',
    expected: 'all in effect once, those of a record in their order',
    why: 'IBEX, consumers: dedupe by event id; what was not settled is read again',
    isMandatory: optional,
    missing: ({ canJoinGroup }) => (canJoinGroup ? undefined : '--group, on a topic named ibex.notices.…'),
    play: async (stage) => {
      const next = coursesIn(stage);
      const sent: Notice[] = [];
      const sendNext = async (): Promise<void> => {
        const notice = next(sent.length);
        sent.push(notice);
        await stage.send(notice);
      };
      while (sent.length < REBALANCE_FIRST) await sendNext();
      const intruder = stage.line.intrude();
      while (sent.length < REBALANCE_MOST && intruder.arrived() < ENOUGH_TAKEN_AWAY) {
        await sendNext();
        await sleep(PACE_MS);
      }
      await intruder.leave();
      await stage.settled(sent, stage.setup.settleMs * 4);
      const takenAway = intruder.arrived();
      return {
        faults: [],
        judge: (effects) => [...effects.onceEach(sent), ...effects.inOrder(sent)],
        told: { notices: sent.length, takenAway },
        ...(takenAway === 0 ? { notJudged: 'the group gave nothing away to another member' } : {}),
      };
    },
  },
];
