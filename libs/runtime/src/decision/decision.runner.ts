import { Inject, Injectable } from '@nestjs/common';
import { BEGINNING, CLOCK, RevisionConflict } from '@ibex/kernel';
import type { Clock, Decider, Fact, Position, RecordedFact, Refusal, Request, Revision } from '@ibex/kernel';
import { ProblemError } from '../problems/problem-error';
import { inSpan } from '../tracing/span';
import type { SpanFields } from '../tracing/span';
import { CommandMemory, keyReused } from './command-memory';
import { FactDrafts } from './fact-drafts';
import { FactLog } from './fact-log';
import { foldFacts } from './fold';
import type { Order, Outcome, Recorded } from './order';
import { Turns } from './turns';

const TRIES = 3;

/** What a new notice brings along: the record it is about, and what must be durable before the notice is. */
export type Subject = Readonly<{ recordRef: string; introduce?: () => Promise<unknown> }>;

/** Reads a stream, decides, seals and appends; the same command id has the same outcome, however often it comes. */
@Injectable()
export class DecisionRunner {
  private readonly turns = new Turns();

  constructor(
    private readonly log: FactLog,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly drafts: FactDrafts,
    private readonly memory: CommandMemory,
  ) {}

  /** Throws ProblemError 409 `idempotency-key-reused` where the id was used for something else. */
  async run<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    order: Order<C>,
    subject?: Subject,
  ): Promise<Outcome<R>> {
    if (order.submission.isRehearsal === true) return this.rehearse(decider, order, subject);
    const giveBack = this.memory.claim(order);
    try {
      // in turn within this process, so that only another process can win the race for a revision
      const outcome = await inSpan('command', { command: order.command.type }, async (tell) => {
        const decided = await this.turns.take([order.stream], () => this.tryAgain(decider, order, subject));
        tell(told(decided));
        return decided;
      });
      if (outcome.outcome === 'refused') giveBack();
      return outcome;
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  /** What it would come to now. Nothing is claimed, introduced, sealed or recorded; the facts have no personal part. */
  private async rehearse<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    { stream, command, submission }: Order<C>,
    subject?: Subject,
  ): Promise<Outcome<R>> {
    const [stored, head] = await Promise.all([this.log.readStored(stream), this.log.head()]);
    const recordedAt = this.clock.now();
    const decision = decider.decide(command, foldFacts(decider, this.log.lift(stored)), recordedAt);
    if (decision.outcome === 'refused') return decision;
    const recordRef = stored.length > 0 ? endOf(stored).recordRef : subject?.recordRef;
    const next = { stream, revision: stored.length, position: head + 1 };
    const facts = this.drafts.rehearsed(decision.facts, { submission, recordRef, recordedAt }, next);
    return { outcome: 'recorded', facts, position: head, repeated: false };
  }

  private async tryAgain<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    order: Order<C>,
    subject?: Subject,
  ): Promise<Outcome<R>> {
    for (let left = TRIES; left > 0; left -= 1) {
      try {
        const isNew = left === TRIES && order.submission.opensOwnStream === true;
        const opened = subject && isNew ? await this.open(decider, order, subject) : undefined;
        return opened ?? (await this.attempt(decider, order, subject));
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    throw new ProblemError(503, 'busy', 'Busy', 'Others are changing the same notice at this moment.', {
      mend: 'Send the same command with the same Idempotency-Key again.',
      headers: { 'Retry-After': '1' },
    });
  }

  /**
   * A new notice is nearly always on a stream that is not there yet: decided and appended without reading first. A
   * stream that is there after all is a RevisionConflict or the first answer again; a refusal is looked at twice.
   */
  private async open<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    order: Order<C>,
    subject: Subject,
  ): Promise<Recorded | undefined> {
    await this.memory.checkLog(order);
    const recordedAt = this.clock.now();
    const decision = decider.decide(order.command, decider.initialState, recordedAt);
    if (decision.outcome === 'refused' || decision.facts.length === 0) return undefined;
    const recorded = await this.record({ order, stored: [], facts: decision.facts, recordedAt }, subject);
    return recorded.repeated ? firstAnswer(recorded.facts, order) : recorded;
  }

  private async attempt<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    order: Order<C>,
    subject?: Subject,
  ): Promise<Outcome<R>> {
    const [stored] = await Promise.all([this.log.readStored(order.stream), this.memory.checkLog(order)]);
    const answered = firstAnswer(stored, order);
    if (answered) return answered;
    const now = this.clock.now();
    const decision = decider.decide(order.command, foldFacts(decider, this.log.lift(stored)), now);
    if (decision.outcome === 'refused') return decision;
    return this.record({ order, stored, facts: decision.facts, recordedAt: now }, subject);
  }

  private async record(accepted: Accepted, subject?: Subject): Promise<Recorded> {
    const { order, stored, facts, recordedAt } = accepted;
    const end = endOf(stored);
    if (facts.length === 0) {
      return { outcome: 'recorded', facts: [], position: end.position, repeated: false };
    }
    const recordRef = stored.length > 0 ? end.recordRef : subject?.recordRef;
    const drafting = { submission: order.submission, recordRef, recordedAt };
    const introduced = subject?.introduce?.();
    const [drafts] = await Promise.all([this.drafts.draft(facts, drafting), introduced]);
    const appended = await this.log.append(order.stream, end.revision, drafts, order.command.type);
    return { outcome: 'recorded', ...appended };
  }
}

const told = (outcome: Outcome): SpanFields => {
  if (outcome.outcome === 'refused') return { outcome: 'refused', code: outcome.refusal.code };
  return { outcome: outcome.repeated ? 'repeated' : 'recorded' };
};

type StreamEnd = Readonly<{ revision: Revision | 'none'; position: Position; recordRef: string | undefined }>;
const endOf = (stored: readonly RecordedFact[]): StreamEnd => {
  const newest = stored.at(-1);
  return newest
    ? { revision: newest.revision, position: newest.position, recordRef: newest.metadata.recordRef }
    : { revision: 'none', position: BEGINNING, recordRef: undefined };
};

type Accepted = Readonly<{
  order: Order;
  stored: readonly RecordedFact[];
  facts: readonly Fact[];
  recordedAt: string;
}>;

const firstAnswer = (stored: readonly RecordedFact[], { submission }: Order): Recorded | undefined => {
  const facts = stored.filter(({ metadata }) => metadata.commandId === submission.commandId);
  const last = facts.at(-1);
  if (!last) return undefined;
  if (last.metadata.commandDigest !== submission.commandDigest) throw keyReused();
  return { outcome: 'recorded', facts, position: last.position, repeated: true };
};
