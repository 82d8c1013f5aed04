import { SilenceWatch } from './silence-watch';
import type { Silence } from './silence-watch';

export type LifeOptions = Readonly<{
  /** How long nothing at all may be heard. */
  silentAfterMs?: number;
  onSilence?: (silence: Silence) => void;
}>;

const SILENT_AFTER_MS = 900_000;
const LOOKS = 10;

/** Looks after silence while it runs. Holds no process up. */
export class LifeSigns {
  private readonly afterMs: number;
  private watch: SilenceWatch | undefined;
  private looking: NodeJS.Timeout | undefined;

  constructor(private readonly options: LifeOptions) {
    this.afterMs = options.silentAfterMs ?? SILENT_AFTER_MS;
  }

  begin(): void {
    const { onSilence } = this.options;
    if (!onSilence || this.looking) return;
    const watch = new SilenceWatch(this.afterMs, Date.now());
    this.watch = watch;
    this.looking = setInterval(
      () => {
        const silence = watch.due(Date.now());
        if (silence) onSilence(silence);
      },
      Math.max(this.afterMs / LOOKS, 10),
    );
    this.looking.unref();
  }

  readonly heard = (): void => {
    this.watch?.heard(Date.now());
  };

  end(): void {
    clearInterval(this.looking);
    this.looking = undefined;
  }
}
