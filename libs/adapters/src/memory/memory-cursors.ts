import { Overtaken, StoreUnavailable } from '@ibex/kernel';
import type { Cursors } from '@ibex/kernel';
import { promised } from './promised';

export class MemoryCursors implements Cursors {
  private readonly cursors = new Map<string, number>();
  private closed = false;

  at(channel: string, authority: string): Promise<number> {
    return promised(() => this.standing(channel, authority));
  }

  move(channel: string, authority: string, from: number, to: number): Promise<void> {
    return promised(() => {
      if (this.standing(channel, authority) !== from)
        throw new Overtaken(`the cursor of ${channel} in the mailbox of ${authority}`);
      this.cursors.set(`${channel} ${authority}`, to);
    });
  }

  close(): Promise<void> {
    return promised(() => {
      this.closed = true;
    });
  }

  private standing(channel: string, authority: string): number {
    if (this.closed) throw new StoreUnavailable('store/closed', 'the cursors are closed');
    return this.cursors.get(`${channel} ${authority}`) ?? 0;
  }
}
