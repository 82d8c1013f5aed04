import { Partitioners } from 'kafkajs';
import type { ICustomPartitioner, RecordMetadata } from 'kafkajs';

type Answer = Pick<RecordMetadata, 'topicName' | 'partition' | 'errorCode'>;

/**
 * Where the client puts each message, so that what the brokers answer can be held against it: the client takes a request
 * for done when every broker that it asked has answered, whichever partitions were in the answers.
 */
export class Acknowledgements {
  private readonly used = new Map<string, Set<number>>();

  /** The usual choice, murmur2 of the key as other clients do it, noted down. */
  readonly partitioner: ICustomPartitioner = () => {
    const choose = Partitioners.DefaultPartitioner();
    return (message) => {
      const partition = choose(message);
      this.expect(message.topic, partition);
      return partition;
    };
  };

  expect(topic: string, partition: number): void {
    const partitions = this.used.get(topic);
    if (partitions) partitions.add(partition);
    else this.used.set(topic, new Set([partition]));
  }

  clear(): void {
    this.used.clear();
  }

  /** A partition that messages went to and that no answer speaks of, e.g. `ibex.notices.E09000007/0`. */
  missingIn(answers: readonly Answer[]): string | undefined {
    const held = new Set(
      answers
        .filter(({ errorCode }) => errorCode === 0)
        .map(({ topicName, partition }) => `${topicName}/${partition}`),
    );
    const expected = [...this.used].flatMap(([topic, of]) =>
      [...of].map((partition) => `${topic}/${partition}`),
    );
    return expected.find((place) => !held.has(place));
  }
}
