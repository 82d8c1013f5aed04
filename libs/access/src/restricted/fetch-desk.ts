import { Inject, Injectable } from '@nestjs/common';
import { BASIS_OF_OWNER, READ_LEDGER } from '@ibex/kernel';
import type { ReadLedger, Reader, RecordedFact } from '@ibex/kernel';
import { RefusedError, notFound } from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { AccessBook } from '../tail/access-book';
import type { WhereaboutsDto } from './api/fetches.dto';
import { fetchDecider } from './domain/fetch.decider';
import type { FetchState } from './domain/fetch.decider';
import { fetchStream, isFetchFact } from './domain/fetch.events';
import { FetchOrders } from './fetch-orders';
import type { Place } from './fetch-orders';
import { GuardedContent } from './guarded-content';

type Begun = Exclude<FetchState, { phase: 'none' }>;

export const fetchIn = (facts: readonly RecordedFact[]): FetchState =>
  facts.filter(isFetchFact).reduce<FetchState>((state, fact) => fetchDecider.evolve(state, fact), {
    phase: 'none',
  });

/** Fetches of an authority: what was asked for, approved by another person, and handed out once. */
@Injectable()
export class FetchDesk {
  constructor(
    private readonly book: AccessBook,
    private readonly orders: FetchOrders,
    private readonly content: GuardedContent,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  async approve(reader: Reader, id: string, submission: Submission): Promise<SubmissionAnswer> {
    return this.orders.approve(reader, (await this.own(reader, id)).place, submission);
  }

  /** Once: the same order sent again is answered that it was taken, not with the address. */
  async take(reader: Reader, id: string, submission: Submission): Promise<Plain<WhereaboutsDto>> {
    const { place, fetch } = await this.own(reader, id);
    const { recordRef } = place;
    const taken = await this.orders.take(reader, place, submission);
    if (taken.repeated)
      throw new RefusedError({ code: 'fetch/taken-already', because: 'It was fetched already: ask anew.' });
    const shown = [{ recordRef, owner: reader.authority, basis: BASIS_OF_OWNER }];
    await this.ledger.note(reader, { what: 'restricted-fetch', purpose: 'own-child', shown });
    return this.content.of(recordRef, fetch.notice);
  }

  /** Throws the one 404 for a fetch of others as for one that does not exist. */
  private async own({ authority }: Reader, id: string): Promise<Readonly<{ place: Place; fetch: Begun }>> {
    const facts = await this.book.stream(fetchStream(id));
    const fetch = fetchIn(facts);
    const recordRef = facts[0]?.metadata.recordRef;
    if (fetch.phase === 'none' || fetch.by !== authority || recordRef === undefined) throw notFound();
    return { place: { id, recordRef }, fetch };
  }
}
