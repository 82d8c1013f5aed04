import { Injectable } from '@nestjs/common';
import type { Actor, Reader } from '@ibex/kernel';
import { DecisionRunner, ProblemError, RefusedError, tooManyRequests } from '@ibex/runtime';
import type { Recorded, Submission } from '@ibex/runtime';
import { searchDecider } from './domain/search.decider';
import type { AskSearch, SearchCommand, SearchRefusal } from './domain/search.decider';
import type { ProbingKind } from './domain/search.events';
import { SERVICE, SearchBook, searchesOf } from './search-book';

const closedProblem = ({ code, because }: SearchRefusal): ProblemError =>
  new ProblemError(403, code, 'Searches closed', because, {
    mend: 'Ask your information governance lead to look into it and open searches again.',
  });

/** Has what concerns searches decided and recorded. */
@Injectable()
export class SearchOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly book: SearchBook,
  ) {}

  /** Throws 429 with Retry-After where a budget is spent, 403 where searches are closed to the person. */
  async ask(
    reader: Reader,
    data: Omit<AskSearch['data'], 'isClosed' | 'person'>,
    sent: Readonly<{ reason: string; submission: Submission }>,
  ): Promise<Recorded> {
    const isClosed = await this.book.isClosedTo(reader);
    const command: AskSearch = {
      type: 'AskSearch',
      data: { ...data, person: reader.person, isClosed },
      personal: { reason: sent.reason },
    };
    const place = { stream: this.book.today(reader.authority), authority: reader.authority };
    const outcome = await this.run(place, command, sent.submission);
    if (outcome.outcome === 'recorded') return outcome;
    if (outcome.refusal.code === 'search/closed') throw closedProblem(outcome.refusal);
    throw this.spent(outcome.refusal, await this.book.retryAfter(reader));
  }

  /** Closes searches to whoever seems to probe: its authority is told, and opens them again. */
  async answer(
    { authority, person }: Reader,
    { search, results }: Readonly<{ search: string; results: readonly string[] }>,
    actor: Actor,
  ): Promise<void> {
    const place = { stream: this.book.today(authority), authority };
    const command = { type: 'AnswerSearch', data: { search, person, results } } as const;
    const outcome = await this.run(place, command, this.stepOf(search, 'answered', actor));
    const answered = outcome.outcome === 'recorded' ? outcome.facts.at(-1) : undefined;
    const suspect = answered?.data['suspect'];
    if (suspect !== 'varies-one-identifier' && suspect !== 'finds-nothing') return;
    await this.suspect({ authority, person }, search, suspect);
  }

  /** Throws RefusedError where searches are not closed to the person. */
  async reopen(
    authority: string,
    { person, reason }: Readonly<{ person: string; reason: string }>,
    submission: Submission,
  ): Promise<Recorded> {
    const place = { stream: this.book.closings(authority), authority };
    const command = { type: 'ReopenSearch', data: { person }, personal: { reason } } as const;
    const outcome = await this.run(place, command, submission);
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    return outcome;
  }

  private async suspect(
    { authority, person }: Pick<Reader, 'authority' | 'person'>,
    search: string,
    kind: ProbingKind,
  ): Promise<void> {
    const place = { stream: this.book.closings(authority), authority };
    const command = { type: 'SuspectProbing', data: { authority, person, kind, search } } as const;
    await this.run(place, command, this.stepOf(search, 'suspected', SERVICE));
  }

  private run(
    { stream, authority }: Readonly<{ stream: string; authority: string }>,
    command: SearchCommand,
    submission: Submission,
  ) {
    const order = { stream, command, submission };
    return this.decisions.run(searchDecider, order, { recordRef: searchesOf(authority) });
  }

  private stepOf(search: string, step: string, actor: Actor): Submission {
    const commandId = this.book.commandIdOf(search, step);
    return { actor, commandId, commandDigest: commandId, correlationId: search };
  }

  private spent({ code, because }: SearchRefusal, seconds: number): ProblemError {
    const { status, extras } = tooManyRequests(seconds);
    return new ProblemError(status, code, 'Search budget spent', because, extras);
  }
}
