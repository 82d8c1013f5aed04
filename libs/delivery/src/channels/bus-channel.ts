import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { WorkShare } from '@ibex/runtime';
import { ChannelStates } from './channel-states';
import { MailboxRelay } from './mailbox-relay';
import { MemberMailboxes } from './member-mailboxes';

/** Pieces of work of this group are the members' mailboxes, by GSS code. */
export const BUS_GROUP = 'bus';

/** Brings the members' mailboxes to the bus, in whichever process has them, and says how far they have come. */
@Injectable()
export class BusChannel implements OnModuleInit {
  private shared: ReadonlySet<string> = new Set();

  constructor(
    private readonly relay: MailboxRelay,
    private readonly states: ChannelStates,
    private readonly work: WorkShare,
    private readonly members: MemberMailboxes,
  ) {}

  onModuleInit(): void {
    this.states.measure(this.relay);
    this.shareOut();
    this.members.whenChanged(() => this.shareOut());
  }

  /** Whoever joins is brought out from then on, whoever left no longer. */
  private shareOut(): void {
    const wanted = this.members.now();
    const fresh = [...wanted].filter((gss) => !this.shared.has(gss));
    const gone = [...this.shared].filter((gss) => !wanted.has(gss));
    this.shared = wanted;
    if (gone.length > 0) void this.work.withdraw(BUS_GROUP, gone);
    if (fresh.length === 0) return;
    this.work.offer({
      group: BUS_GROUP,
      names: fresh,
      start: (authority) => this.relay.start(authority),
      stop: (authority) => this.relay.stop(authority),
    });
  }
}
