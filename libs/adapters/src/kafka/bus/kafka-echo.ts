import type { BusEcho, BusMessage, NoticeSource } from '@ibex/kernel';
import { KafkaNoticeSource } from '../consumer/kafka-notice-source';
import type { KafkaSettings } from '../kafka.settings';
import { KafkaBus } from './kafka-bus';

/** A producer and consumers apart from those of notices: a topic that is not there keeps nobody else from theirs. */
export class KafkaEcho implements BusEcho {
  private readonly bus: KafkaBus;

  constructor(private readonly settings: KafkaSettings) {
    this.bus = new KafkaBus(settings);
  }

  get channel(): string {
    return this.bus.channel;
  }

  put(message: BusMessage): Promise<void> {
    return this.bus.publish([message]);
  }

  hear(authority: string): NoticeSource {
    return new KafkaNoticeSource({ connection: this.settings, authority });
  }

  close(): Promise<void> {
    return this.bus.close();
  }
}
