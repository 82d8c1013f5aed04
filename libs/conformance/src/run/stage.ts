import { grouped } from '../grouped';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EffectsWatch } from '../effects/effects-watch';
import type { StandInExchange } from '../exchange/stand-in-exchange';
import type { Answer, Line } from '../lines/line';
import type { InventedNotices, InventedRecord, Notice, Telling } from '../notices/invented-notices';
import type { Seed } from '../notices/seed';

/** What the kit was given, as far as it decides what can be played and judged. */
export type Setup = Readonly<{
  /** In the order in which they follow each other; the first one is in use. */
  secrets: readonly string[];
  hasExchange: boolean;
  /** Stops the receiver at once and starts it again; resolves when it has been told to. */
  restart?: () => Promise<void>;
  canJoinGroup: boolean;
  pauseMs: number;
  burst: number;
  /** How long the receiver may take to do what it has taken. */
  settleMs: number;
  /** How long a notice is sent again while the receiver is in trouble, and how long it may take to come back. */
  patienceMs: number;
}>;

export type Props<L extends Line> = Readonly<{
  line: L;
  setup: Setup;
  seed: Seed;
  notices: InventedNotices;
  effects?: EffectsWatch;
  exchange?: StandInExchange;
}>;

const LOOK_EVERY_MS = 50;
/** As many posts at once as the dispatcher has under way. */
const AT_ONCE = 8;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2_000;

/** What a scenario plays on. Keeps every answer. */
export class Stage<L extends Line> {
  readonly answers: Answer[] = [];

  constructor(private readonly props: Props<L>) {}

  get line(): L {
    return this.props.line;
  }
  get setup(): Setup {
    return this.props.setup;
  }
  get seed(): Seed {
    return this.props.seed;
  }
  get notices(): InventedNotices {
    return this.props.notices;
  }
  /** Only where the setup has one. */
  get exchange(): StandInExchange {
    const { exchange } = this.props;
    if (exchange) return exchange;
    throw new Error('there is no exchange for this scenario');
  }
  /** A notice about a record of its own, unless one is given. */
  notice(telling: Telling = 'notified', record: InventedRecord = this.notices.record()): Notice {
    const notice = this.notices.about(record, telling);
    this.props.exchange?.knows(notice);
    return notice;
  }

  some(count: number): readonly Notice[] {
    return Array.from({ length: count }, () => this.notice());
  }

  /** One try, in the usual form or as told. */
  async send(
    notice: Notice,
    as: (line: L) => Promise<Answer> = (line) => line.send(notice),
  ): Promise<Answer> {
    const answer = await as(this.line);
    this.answers.push(answer);
    return answer;
  }

  /** As the dispatcher does: again, with growing pauses, while the receiver is in trouble; not for ever. */
  async deliver(notice: Notice): Promise<Answer> {
    const untilMs = Date.now() + this.setup.patienceMs;
    for (let tries = 1; ; tries += 1) {
      const answer = await this.send(notice);
      if (answer.outcome !== 'later' || Date.now() > untilMs) return answer;
      const waitMs = answer.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (tries - 1);
      await sleep(Math.min(waitMs, LONGEST_WAIT_MS));
    }
  }

  /** Several at once, those of one record one after the other, with a pause after each where one is asked for. */
  async deliverAll(notices: readonly Notice[], paceMs = 0): Promise<readonly Answer[]> {
    const lines = [...grouped(notices, ({ record }) => record.recordRef).values()];
    const answers: Answer[] = [];
    const work = async (): Promise<void> => {
      for (let next = lines.shift(); next; next = lines.shift())
        for (const notice of next) {
          answers.push(await this.deliver(notice));
          if (paceMs > 0) await sleep(paceMs);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return answers;
  }

  /** Waits until something was done about each of these, or for as long as the receiver may take. */
  async settled(notices: readonly Notice[], withinMs = this.setup.settleMs): Promise<boolean> {
    const { effects } = this.props;
    if (!effects) return true;
    for (const untilMs = Date.now() + withinMs; ;) {
      if ((await effects.look()).has(notices)) return true;
      if (Date.now() > untilMs) return false;
      await sleep(LOOK_EVERY_MS);
    }
  }
}
