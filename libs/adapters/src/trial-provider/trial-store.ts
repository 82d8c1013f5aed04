import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = Readonly<{ payload: AdapterPayload; endsAtMs: number }>;

const MOST = 5_000;

/** Everything of the provider's in one map, gone with the process: who tried IBEX out signs in again with one press. */
const kept = new Map<string, Kept>();

const forgetSome = (nowMs: number): void => {
  for (const [name, { endsAtMs }] of kept) if (endsAtMs <= nowMs) kept.delete(name);
  const tooMany = kept.size - MOST;
  for (const name of [...kept.keys()].slice(0, Math.max(0, tooMany))) kept.delete(name);
};

const standing = (name: string): AdapterPayload | undefined => {
  const found = kept.get(name);
  return found && found.endsAtMs > Date.now() ? found.payload : undefined;
};

/** What oidc-provider asks of a store: one per kind of thing. */
export class TrialStore implements Adapter {
  constructor(private readonly kind: string) {}

  upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const nowMs = Date.now();
    kept.set(this.nameOf(id), { payload, endsAtMs: nowMs + expiresIn * 1_000 });
    if (kept.size > MOST) forgetSome(nowMs);
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(standing(this.nameOf(id)));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.all().find((payload) => payload.uid === uid));
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  destroy(id: string): Promise<void> {
    kept.delete(this.nameOf(id));
    return Promise.resolve();
  }

  /** A code that is used twice, or a token that was used up: everything that came of the same consent goes. */
  revokeByGrantId(grantId: string): Promise<void> {
    for (const [name, { payload }] of kept) if (payload.grantId === grantId) kept.delete(name);
    return Promise.resolve();
  }

  consume(id: string): Promise<void> {
    const name = this.nameOf(id);
    const found = kept.get(name);
    if (found)
      kept.set(name, { ...found, payload: { ...found.payload, consumed: Math.floor(Date.now() / 1_000) } });
    return Promise.resolve();
  }

  private all(): readonly AdapterPayload[] {
    const names = [...kept.keys()].filter((name) => name.startsWith(`${this.kind} `));
    return names.map(standing).filter((payload) => payload !== undefined);
  }

  private nameOf(id: string): string {
    return `${this.kind} ${id}`;
  }
}
