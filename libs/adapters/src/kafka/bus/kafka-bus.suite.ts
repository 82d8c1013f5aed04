import { BusUnavailable, MessageNotTaken } from '@ibex/kernel';
import type { BusMessage } from '@ibex/kernel';
import { fromKafkaRecord } from '../binding/received-record';
import { aMessage, idsOnce, makeTopics, recordsIn, someMessages } from '../kafka.fixture';
import type { KafkaSettings } from '../kafka.settings';
import { KafkaBus } from './kafka-bus';

type Brokers = () => string;
type BusWith = (settings?: Partial<KafkaSettings>) => KafkaBus;

const idsOf = (messages: readonly BusMessage[]): readonly string[] => messages.map(({ event }) => event.id);
const huge = (authority: string, sequence: number): BusMessage =>
  aMessage(authority, sequence, 'k', 'x'.repeat(1_200_000));

const arriving = (brokers: Brokers, busWith: BusWith): void => {
  describe('notices on a real broker', () => {
    it.each(['binary', 'structured'] as const)('arrive as they were sent, in %s mode', async (mode) => {
      const authority = `mode-${mode}`;
      await makeTopics(brokers(), [authority]);
      const sent = someMessages(authority, 20);
      await busWith({ mode }).publish(sent);
      const records = await recordsIn(brokers(), authority);
      expect(records.map((record) => fromKafkaRecord(record))).toEqual(sent.map(({ event }) => event));
      expect(records.map(({ key }) => key?.toString())).toEqual(sent.map(({ key }) => key));
    });

    it('of many authorities go to the topic of each, compressed where that is asked for', async () => {
      const authorities = ['many-a', 'many-b', 'many-c'];
      await makeTopics(brokers(), authorities);
      const sent = authorities.flatMap((authority) => someMessages(authority, 30));
      await busWith({ compression: 'gzip' }).publish([...sent].reverse());
      for (const authority of authorities) {
        const own = idsOf(sent.filter((message) => message.authority === authority)).toReversed();
        expect(idsOnce(await recordsIn(brokers(), authority))).toEqual(own);
      }
    });

    it('keep their order per key when they are handed over all at once', async () => {
      await makeTopics(brokers(), ['ordered'], { partitions: 3 });
      const bus = busWith();
      const sent = someMessages('ordered', 200);
      await Promise.all(sent.map((message) => bus.publish([message])));
      const records = await recordsIn(brokers(), 'ordered');
      const perKey = (key: string): readonly string[] =>
        idsOnce(records.filter((record) => record.key?.toString() === key));
      for (const key of new Set(sent.map((message) => message.key)))
        expect(perKey(key)).toEqual(idsOf(sent.filter((message) => message.key === key)));
      expect(records).toHaveLength(200);
    });
  });
};

const large = (brokers: Brokers, busWith: BusWith): void => {
  describe('a batch larger than the broker takes at once', () => {
    it('is sent in parts', async () => {
      await makeTopics(brokers(), ['large']);
      const sent = Array.from({ length: 400 }, (_, at) => aMessage('large', at + 1, 'k', 'x'.repeat(10_000)));
      await busWith().publish(sent);
      const records = await recordsIn(brokers(), 'large');
      expect(records).toHaveLength(400);
      expect(idsOnce(records)).toEqual(idsOf(sent));
    });
  });
};

const neverTaken = (brokers: Brokers, busWith: BusWith): void => {
  describe('a message that the broker will never take', () => {
    it('is named; those before it are held, those after it can go on', async () => {
      await makeTopics(brokers(), ['culprit', 'bystander']);
      const bus = busWith();
      const sent = [
        ...someMessages('culprit', 5),
        ...someMessages('bystander', 5),
        huge('culprit', 6),
        ...someMessages('culprit', 3, 7),
      ];
      await expect(bus.publish(sent)).rejects.toEqual(
        new MessageNotTaken('culprit-6', 'the broker refuses it (MESSAGE_TOO_LARGE)'),
      );
      expect(idsOnce(await recordsIn(brokers(), 'culprit'))).toEqual(idsOf(sent.slice(0, 5)));
      expect(idsOnce(await recordsIn(brokers(), 'bystander'))).toEqual(idsOf(sent.slice(5, 10)));
      await bus.publish(sent.slice(11));
      const expected = [1, 2, 3, 4, 5, 7, 8, 9].map((at) => `culprit-${at}`);
      expect(idsOnce(await recordsIn(brokers(), 'culprit'))).toEqual(expected);
    });

    it('is found where a topic of its own takes less than others', async () => {
      await makeTopics(brokers(), ['narrow'], { configs: { 'max.message.bytes': '2000' } });
      await makeTopics(brokers(), ['wide']);
      const sent = [
        aMessage('wide', 1, 'k', 'x'.repeat(5000)),
        aMessage('narrow', 1),
        aMessage('narrow', 2, 'k', 'x'.repeat(3000)),
        aMessage('wide', 2),
      ];
      await expect(busWith().publish(sent)).rejects.toMatchObject({ eventId: 'narrow-2' });
      expect(idsOnce(await recordsIn(brokers(), 'narrow'))).toEqual(['narrow-1']);
      expect(idsOnce(await recordsIn(brokers(), 'wide'))).toContain('wide-1');
    });
  });
};

const illegal = (brokers: Brokers, busWith: BusWith): void => {
  it('a message that is no CloudEvent is named; those before it are held', async () => {
    await makeTopics(brokers(), ['illegal']);
    const wrong = aMessage('illegal', 2);
    const sent = [aMessage('illegal', 1), { ...wrong, event: { ...wrong.event, specversion: '0.3' } }];
    await expect(busWith().publish(sent)).rejects.toEqual(
      new MessageNotTaken('illegal-2', 'specversion is not 1.0'),
    );
    expect(idsOnce(await recordsIn(brokers(), 'illegal'))).toEqual(['illegal-1']);
  });
};

const topicless = (brokers: Brokers, busWith: BusWith): void => {
  describe('a bus without its topic', () => {
    it('says which and how to make it, and goes on when it is there', async () => {
      const bus = busWith();
      const failing = bus.publish([aMessage('missing', 1)]);
      await expect(failing).rejects.toBeInstanceOf(BusUnavailable);
      await expect(failing).rejects.toThrow(
        /ibex\.notices\.missing: there is no such topic; run: ibex kafka apply/,
      );
      await makeTopics(brokers(), ['missing']);
      await bus.publish([aMessage('missing', 1)]);
      expect(idsOnce(await recordsIn(brokers(), 'missing'))).toEqual(['missing-1']);
    });
  });
};

const closed = (brokers: Brokers, busWith: BusWith): void => {
  describe('a bus that was closed', () => {
    it('takes nothing more', async () => {
      const bus = busWith();
      await bus.close();
      await expect(bus.publish([aMessage('missing', 1)])).rejects.toMatchObject({ code: 'bus/closed' });
    });
  });
};

/** What the bus promises, on a broker of whatever making. Topics are made by the suite. */
export const kafkaBusSuite = (brokers: Brokers): void => {
  const open: KafkaBus[] = [];
  const busWith: BusWith = (settings = {}) => {
    const bus = new KafkaBus({
      ...{ brokers: [brokers()], clientId: 'ibex-relay', mode: 'binary', requestTimeoutMs: 3000 },
      ...settings,
    });
    open.push(bus);
    return bus;
  };
  afterAll(async () => {
    await Promise.all(open.map((bus) => bus.close()));
  });
  for (const part of [arriving, large, neverTaken, illegal, topicless, closed]) part(brokers, busWith);
};
