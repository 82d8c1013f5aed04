import { Inject, Injectable } from '@nestjs/common';
import { ESCALATION_LADDERS, MAILBOX } from '@ibex/kernel';
import type { EscalationLadder, EscalationLadders, Mailbox } from '@ibex/kernel';
import type { ClockRow } from './clocks.schema';

/** Which desks of an authority are told of a duty, and whether it may be told at all. */
@Injectable()
export class WhomToTell {
  constructor(
    @Inject(ESCALATION_LADDERS) private readonly ladders: EscalationLadders,
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'entriesOfStream'>,
  ) {}

  ladderOf({ owedBy, kind }: ClockRow): Promise<EscalationLadder> {
    return this.ladders.ladderFor(owedBy, kind);
  }

  /** Who sent the notice, or was told of it by its own audience rule: a warning opens a notice to nobody. */
  async reaches({ owedBy, sender, stream }: ClockRow): Promise<boolean> {
    if (owedBy === sender) return true;
    return (await this.mailbox.entriesOfStream(stream)).some(
      ({ authority, agreement }) => authority === owedBy && !agreement,
    );
  }
}
