import type { KafkaLine } from '../lines/kafka-line';
import type { WebhookLine } from '../lines/webhook-line';
import { verdictOn } from '../judging/verdict';
import type { Went } from '../judging/verdict';
import type { Judged } from '../report/report';
import type { Answer, Line } from '../lines/line';
import type { Played, Scenario } from '../scenarios/scenario';
import { Stage } from './stage';
import type { Props } from './stage';

type AnyProps = Omit<Props<Line>, 'line'> & Readonly<{ line: WebhookLine | KafkaLine }>;
type Told = (name: string) => void;

const isFor = ({ on }: Scenario, { kind }: Line): boolean => on === 'any' || on === kind;

/** Plays a scenario on a stage of its own; undefined: it is for another kind of line. */
const staged = (
  scenario: Scenario,
  props: AnyProps,
): Readonly<{ stage: Stage<Line>; played: Promise<Played> }> | undefined => {
  const { line } = props;
  if (scenario.on === 'any') {
    const stage = new Stage<Line>(props);
    return { stage, played: scenario.play(stage) };
  }
  if (scenario.on === 'webhook' && line.kind === 'webhook') {
    const stage = new Stage<WebhookLine>({ ...props, line });
    return { stage, played: scenario.play(stage) };
  }
  if (scenario.on === 'kafka' && line.kind === 'kafka') {
    const stage = new Stage<KafkaLine>({ ...props, line });
    return { stage, played: scenario.play(stage) };
  }
  return undefined;
};

const sentenceOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** Plays one scenario after the other, and stops playing once the receiver does not come back. */
export class Run {
  readonly answers: Answer[] = [];
  private readonly went: Went[] = [];
  private goneAfter: string | undefined;

  constructor(
    private readonly props: AnyProps,
    private readonly onPlayed: Told = () => undefined,
  ) {}

  async play(scenarios: readonly Scenario[], isChosen: (scenario: Scenario) => boolean): Promise<void> {
    for (const scenario of scenarios.filter((each) => isFor(each, this.props.line))) {
      const went = isChosen(scenario)
        ? await this.playOne(scenario)
        : this.unplayed(scenario, 'left out by --only');
      this.went.push(went);
      this.answers.push(...went.answers);
      this.onPlayed(scenario.name);
    }
  }

  /** Judged over everything that the receiver did in the whole run. */
  async verdicts(): Promise<readonly Judged[]> {
    const { effects, setup } = this.props;
    const log = await effects?.look();
    return this.went.map((went) => verdictOn(went, setup, log));
  }

  private async playOne(scenario: Scenario): Promise<Went> {
    const missing = scenario.missing?.(this.props.setup);
    if (missing !== undefined) return this.unplayed(scenario, `needs ${missing}`);
    if (this.goneAfter !== undefined)
      return this.unplayed(scenario, `the receiver does not take up work any more since ${this.goneAfter}`);
    const act = staged(scenario, this.props);
    if (!act) return this.unplayed(scenario, 'is for another channel');
    const outcome = await act.played.catch((fault: unknown) => ({
      unplayed: `could not be played: ${sentenceOf(fault)}`,
    }));
    const { answers } = act.stage;
    const isShaken = scenario.isHard === true || answers.some(({ fault }) => fault !== undefined);
    if (isShaken && !(await this.isStillThere())) this.goneAfter = scenario.name;
    return { scenario, answers, outcome };
  }

  /** Whether one more notice, about something else, is taken and done. */
  private async isStillThere(): Promise<boolean> {
    const stage = new Stage<Line>(this.props);
    const notice = stage.notice();
    const answer = await stage.deliver(notice);
    return answer.outcome === 'taken' && (await stage.settled([notice], this.props.setup.patienceMs));
  }

  private unplayed(scenario: Scenario, unplayed: string): Went {
    return { scenario, answers: [], outcome: { unplayed } };
  }
}
