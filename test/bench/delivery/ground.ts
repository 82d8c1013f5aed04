import { command } from '../../support/receivers/open-webhook';
import { Receivers } from '../../support/receivers/receivers';
import { EXCHANGE, startMeasured } from '../measured-process';
import type { MeasuredProcess } from '../measured-process';
import { tokensIn } from '../tokens';
import type { Tokens } from '../tokens';
import { HeardByReceivers } from './heard-by-receivers';
import { subscribeLondon } from './subscribers';
import type { Subscriber } from './subscribers';
import { LONDON, missingFrom, placementFrom, postAll } from './told-notices';
import { temporaryHome } from './temporary-home';
import type { Planned, Posted } from './told-notices';

const WARM_WITHIN_MS = 120_000;

type Started = Readonly<{
  home: string;
  remove: () => void;
  receivers: Receivers;
  exchange: MeasuredProcess;
  placing: Tokens;
  desks: Tokens;
}>;

const start = async (
  { home, remove }: ReturnType<typeof temporaryHome>,
  receivers: Receivers,
): Promise<Started> => ({
  ...{ home, remove, receivers },
  placing: await tokensIn(home, 'placing-practitioner'),
  desks: await tokensIn(home, 'duty-desk'),
  exchange: await startMeasured(EXCHANGE, {
    ...{ IBEX_HOME: home, IBEX_LOG_LEVEL: 'error' },
    ...receivers.environment(),
  }),
});

/** An exchange with 33 boroughs, three webhooks each, and everything warm. */
export class Ground {
  readonly heard: HeardByReceivers;

  private constructor(
    private readonly started: Started,
    readonly subscribers: readonly Subscriber[],
  ) {
    this.heard = new HeardByReceivers(started.receivers, subscribers);
  }

  static async open(): Promise<Ground> {
    const started = await start(temporaryHome(), await Receivers.start());
    const subscribers = await subscribeLondon(started.exchange.url, started.desks);
    const ground = new Ground(started, subscribers);
    await ground.warm();
    return ground;
  }

  get url(): string {
    return this.started.exchange.url;
  }
  get desks(): Tokens {
    return this.started.desks;
  }
  get receivers(): Receivers {
    return this.started.receivers;
  }

  /** Processor time that the exchange has used so far, of all its threads. */
  get cpuMs(): number {
    return this.started.exchange.probe().cpuMs;
  }

  post(plan: readonly Planned[]): Promise<readonly Posted[]> {
    return postAll(this.url, plan, this.started.placing);
  }

  /** As whoever had trouble would do once it is over: it ends the wait for the next try. */
  async takeUpAnew({ id, authority }: Subscriber): Promise<void> {
    for (const step of ['pause', 'resume'])
      await command(`${this.url}/v1/subscriptions/${id}/${step}`, this.desks.get(authority) ?? '');
  }

  async close(): Promise<void> {
    await this.started.exchange.stop();
    await this.receivers.stop();
    this.started.remove();
  }

  /** Both lanes to every borough, until every receiver has had what is for it. */
  private async warm(): Promise<void> {
    const next = (at: number): string => LONDON[(at + 1) % LONDON.length] ?? '';
    const plan = LONDON.flatMap((host, at) => [
      placementFrom(next(at), host, at * 40),
      missingFrom(next(at), host, at * 40 + 20),
    ]);
    await this.heard.allOf(await this.post(plan), () => true, WARM_WITHIN_MS);
  }
}
