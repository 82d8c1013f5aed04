import { EffectLog } from './effect-log';
import type { EffectsSource } from './effects-source';

/** What the receiver has done as far as was seen: while it cannot be read, what was read before. */
export class EffectsWatch {
  private seen = new EffectLog([]);

  constructor(private readonly source: EffectsSource) {}

  /** Throws where it cannot be read at all. */
  async begin(): Promise<void> {
    this.seen = new EffectLog(await this.source.read());
  }

  async look(): Promise<EffectLog> {
    // a receiver that is down, or is writing, shows it later
    const effects = await this.source.read().catch(() => undefined);
    if (effects) this.seen = new EffectLog(effects);
    return this.seen;
  }
}
