import { MessageNotTaken } from '@ibex/kernel';
import type { BusMessage, Mailbox, MailboxEntry, MessageBus } from '@ibex/kernel';

type Ports = Readonly<{
  bus: Pick<MessageBus, 'channel' | 'publish'>;
  mailbox: Pick<Mailbox, 'find'>;
  toEvent: (entry: MailboxEntry) => BusMessage['event'];
}>;

const isOpenedByAgreement = ({ event }: BusMessage): boolean => {
  const { data } = event;
  return typeof data === 'object' && data !== null && 'agreement' in data;
};

/** A bus that looks once more, as they leave, at messages that an agreement opened: it may have ended since they were read. */
export class CheckedBus implements Pick<MessageBus, 'channel' | 'publish'> {
  constructor(private readonly ports: Ports) {}

  get channel(): string {
    return this.ports.bus.channel;
  }

  async publish(messages: readonly BusMessage[]): Promise<void> {
    const current = await Promise.all(messages.map((message) => this.current(message)));
    try {
      await this.ports.bus.publish(current);
    } catch (error) {
      if (!(error instanceof MessageNotTaken)) throw error;
      // whoever handed it over knows it by the id that it had then
      const at = current.findIndex(({ event }) => event.id === error.eventId);
      throw new MessageNotTaken(messages[at]?.event.id ?? error.eventId, 'refused as it left');
    }
  }

  private async current(message: BusMessage): Promise<BusMessage> {
    if (!isOpenedByAgreement(message)) return message;
    const { authority, event } = message;
    const entry = await this.ports.mailbox.find(authority, event.sequence);
    return entry ? { authority, key: entry.recordRef, event: this.ports.toEvent(entry) } : message;
  }
}
