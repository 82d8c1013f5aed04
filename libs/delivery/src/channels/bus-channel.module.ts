import { Module } from '@nestjs/common';
import { CURSORS, MAILBOX, MESSAGE_BUS } from '@ibex/kernel';
import type { Cursors, Mailbox, MailboxEntry, MessageBus } from '@ibex/kernel';
import { SafeLog } from '@ibex/runtime';
import { InboxMessages } from '../inbox/inbox-messages';
import type { InboxMessage } from '../inbox/inbox.message';
import { RecordedAsides } from './aside-log';
import { BusChannel } from './bus-channel';
import { CheckedBus } from './checked-bus';
import { ChannelStates } from './channel-states';
import { MailboxRelay } from './mailbox-relay';
import { MemberMailboxes } from './member-mailboxes';

type Given = readonly [
  bus: MessageBus,
  mailbox: Mailbox,
  cursors: Cursors,
  aside: RecordedAsides,
  messages: InboxMessages,
  log: SafeLog,
];

/** The bus as a channel of every member's mailbox. Needs the runtime, boroughs, and the ports named below. */
@Module({
  providers: [
    InboxMessages,
    RecordedAsides,
    ChannelStates,
    MemberMailboxes,
    BusChannel,
    {
      provide: MailboxRelay,
      inject: [MESSAGE_BUS, MAILBOX, CURSORS, RecordedAsides, InboxMessages, SafeLog],
      useFactory: (...[bus, mailbox, cursors, aside, messages, log]: Given) => {
        const toEvent = (entry: MailboxEntry): InboxMessage => messages.of(entry);
        const checked = new CheckedBus({ bus, mailbox, toEvent });
        return new MailboxRelay({ bus: checked, mailbox, cursors, aside, log, toEvent });
      },
    },
  ],
  exports: [MailboxRelay],
})
export class BusChannelModule {}
