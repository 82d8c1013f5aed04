import type { SessionTimes } from '../session/session';

/** What a console has to be told. */
export class ConsoleSettings {
  constructor(
    private readonly said: Readonly<{
      /** Address of the exchange's HTTP API. */
      exchangeUrl: string;
      /** Where people reach the console, e.g. https://ibex.example; undefined: this machine, outside of production. */
      publicUrl: string | undefined;
      times: SessionTimes;
      production: boolean;
    }>,
  ) {}

  get exchangeUrl(): string {
    return this.said.exchangeUrl;
  }

  get times(): SessionTimes {
    return this.said.times;
  }

  /** Scheme, host and port under which the browser sees the console; undefined for a host that it does not go by. */
  originFor(host: string | undefined): string | undefined {
    const { publicUrl, production } = this.said;
    if (publicUrl !== undefined) return new URL(publicUrl).origin;
    if (production || host === undefined) return undefined;
    const url = URL.parse(`http://${host}`);
    return url && THIS_MACHINE.has(url.hostname) ? url.origin : undefined;
  }
}

const THIS_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
