import { setTimeout as sleep } from 'node:timers/promises';
import { waitAfter } from '../handling/back-off';
import type { BackOff } from '../handling/back-off';
import type { Inbox } from '../handling/exchange-ports';
import type { Trouble } from '../handling/trouble';
import type { InboxEvent } from '../exchange/inbox-reader';
import type { Gap } from './gap-watch';

export type FillerParts = Readonly<{
  inbox: Inbox;
  give: (event: InboxEvent) => Promise<void>;
  backOff: BackOff;
  signal: AbortSignal;
  onTrouble: (trouble: Trouble) => void;
}>;

const PAGE = 100;

const isOver = (signal: AbortSignal): boolean => signal.aborted;

/** Reads the entries of a gap from the mailbox, one gap after the other, until they are there or the subscriber stops. */
export class GapFiller {
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly parts: FillerParts) {}

  fill(gap: Gap): void {
    this.turn = this.turn.then(() => this.untilFilled(gap));
  }

  private async untilFilled(gap: Gap): Promise<void> {
    const { signal, backOff, onTrouble } = this.parts;
    for (let from = gap.from, failures = 0; from <= gap.to && !isOver(signal);) {
      try {
        from = await this.page({ from, to: gap.to });
        failures = 0;
      } catch (error) {
        failures += 1;
        onTrouble({ what: 'gap-not-filled', id: `${from}-${gap.to}`, attempts: failures, error });
        await sleep(waitAfter(failures, backOff), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** The number to go on from; past the gap when the mailbox has no more. */
  private async page({ from, to }: Gap): Promise<number> {
    const { inbox, give, signal } = this.parts;
    const limit = Math.min(to - from + 1, PAGE);
    const { entries, next } = await inbox.page({ after: from - 1, limit, signal });
    for (const event of entries) if (Number(event['sequence']) <= to) await give(event);
    return entries.length === 0 ? to + 1 : next + 1;
  }
}
