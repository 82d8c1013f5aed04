import { randomBytes } from 'node:crypto';
import { KeyDestroyed, StoreUnavailable } from '@ibex/kernel';
import type { KeyVault } from '@ibex/kernel';
import { promised } from './promised';

export class MemoryKeyVault implements KeyVault {
  private readonly keys = new Map<string, Uint8Array>();
  private readonly destroyed = new Set<string>();
  private readonly apart = new Set<string>();
  private closed = false;

  keyFor(recordRef: string): Promise<Uint8Array> {
    return promised(() => {
      this.refuseClosed();
      if (this.destroyed.has(recordRef)) throw new KeyDestroyed(recordRef);
      const key = this.keys.get(recordRef) ?? randomBytes(32);
      this.keys.set(recordRef, key);
      return key;
    });
  }

  findKey(recordRef: string): Promise<Uint8Array | undefined> {
    return promised(() => {
      this.refuseClosed();
      return this.apart.has(recordRef) ? undefined : this.keys.get(recordRef);
    });
  }

  findKept(name: string): Promise<Uint8Array | undefined> {
    return promised(() => {
      this.refuseClosed();
      return this.keys.get(name);
    });
  }

  setApart(name: string): Promise<void> {
    return promised(() => {
      this.refuseClosed();
      this.apart.add(name);
    });
  }

  giveBack(name: string): Promise<void> {
    return promised(() => {
      this.refuseClosed();
      this.apart.delete(name);
    });
  }

  isApart(name: string): Promise<boolean> {
    return promised(() => {
      this.refuseClosed();
      return this.apart.has(name);
    });
  }

  destroy(recordRef: string): Promise<void> {
    return promised(() => {
      this.refuseClosed();
      this.keys.get(recordRef)?.fill(0);
      this.keys.delete(recordRef);
      this.destroyed.add(recordRef);
    });
  }

  close(): Promise<void> {
    return promised(() => {
      this.closed = true;
    });
  }

  private refuseClosed(): void {
    if (this.closed) throw new StoreUnavailable('store/closed', 'the key vault is closed');
  }
}
