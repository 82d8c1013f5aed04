import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { WorkShare } from '@ibex/runtime';
import { ChannelStates } from './channel-states';
import { MailboxRelay } from './mailbox-relay';

/** Pieces of work of this group are the members' mailboxes, by GSS code. */
export const BUS_GROUP = 'bus';

/** Brings the members' mailboxes to the bus, in whichever process has them, and says how far they have come. */
@Injectable()
export class BusChannel implements OnModuleInit {
  constructor(
    private readonly relay: MailboxRelay,
    private readonly states: ChannelStates,
    private readonly work: WorkShare,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
  ) {}

  onModuleInit(): void {
    this.states.measure(this.relay);
    this.work.offer({
      group: BUS_GROUP,
      names: this.authorities
        .all()
        .filter(({ member }) => member)
        .map(({ gss }) => gss),
      start: (authority) => this.relay.start(authority),
      stop: (authority) => this.relay.stop(authority),
    });
  }
}
