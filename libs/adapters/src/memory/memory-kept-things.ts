import { StoreUnavailable } from '@ibex/kernel';
import type { Instant, KeptThing, KeptThings } from '@ibex/kernel';
import { promised } from './promised';

const nameOf = ({ kind, id }: Pick<KeptThing, 'kind' | 'id'>): string => JSON.stringify([kind, id]);

export class MemoryKeptThings implements KeptThings {
  private readonly kept = new Map<string, KeptThing>();
  private closed = false;

  put(thing: KeptThing): Promise<void> {
    return promised(() => void this.open().set(nameOf(thing), thing));
  }

  putNew(thing: KeptThing): Promise<boolean> {
    return promised(() => {
      if (this.standing(thing.kind, thing.id, thing.keptAt)) return false;
      this.kept.set(nameOf(thing), thing);
      return true;
    });
  }

  replace(thing: KeptThing): Promise<boolean> {
    return promised(() => {
      if (!this.open().has(nameOf(thing))) return false;
      this.kept.set(nameOf(thing), thing);
      return true;
    });
  }

  find(kind: string, id: string, now: Instant): Promise<KeptThing | undefined> {
    return promised(() => this.standing(kind, id, now));
  }

  take(kind: string, id: string, now: Instant): Promise<KeptThing | undefined> {
    return promised(() => {
      const taken = this.standing(kind, id, now);
      this.kept.delete(nameOf({ kind, id }));
      return taken;
    });
  }

  list(kind: string, owner: string, now: Instant): Promise<readonly KeptThing[]> {
    return promised(() =>
      [...this.open().values()]
        .filter((each) => each.kind === kind && each.owner === owner && each.until > now)
        .sort((a, b) => (a.keptAt < b.keptAt ? 1 : -1)),
    );
  }

  remove(kind: string, id: string): Promise<void> {
    return promised(() => void this.open().delete(nameOf({ kind, id })));
  }

  removeOf(kind: string, of: Readonly<{ owner: string }> | Readonly<{ group: string }>): Promise<void> {
    return promised(() => {
      this.drop(
        (each) => each.kind === kind && ('owner' in of ? each.owner === of.owner : each.group === of.group),
      );
    });
  }

  sweep(now: Instant): Promise<number> {
    return promised(() => this.drop(({ until }) => until <= now));
  }

  close(): Promise<void> {
    return promised(() => {
      this.closed = true;
    });
  }

  private drop(isOver: (thing: KeptThing) => boolean): number {
    const over = [...this.open()].filter(([, thing]) => isOver(thing));
    for (const [name] of over) this.kept.delete(name);
    return over.length;
  }

  private standing(kind: string, id: string, now: Instant): KeptThing | undefined {
    const thing = this.open().get(nameOf({ kind, id }));
    return thing && thing.until > now ? thing : undefined;
  }

  private open(): Map<string, KeptThing> {
    if (this.closed) throw new StoreUnavailable('store/closed', 'the things kept for a while are closed');
    return this.kept;
  }
}
