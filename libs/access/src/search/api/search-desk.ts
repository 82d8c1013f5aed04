import { Injectable } from '@nestjs/common';
import type { Reader } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { BreakGlass } from '../../grants/break-glass';
import type { GlassOpened } from '../../grants/break-glass';
import { SearchBook } from '../search-book';
import { SearchOrders } from '../search-orders';
import type { ClosedSearchesDto, ReopenDto, ReopenedDto } from './searches.dto';

/** What comes after a search: opening a result, and opening searches again. */
@Injectable()
export class SearchDesk {
  constructor(
    private readonly book: SearchBook,
    private readonly orders: SearchOrders,
    private readonly glass: BreakGlass,
  ) {}

  /** A result is its searcher's for a day. Throws the one 404 for anybody else's, an older one, and a number that it has not. */
  async open(
    reader: Reader,
    { id, result, reason }: Readonly<{ id: string; result: number; reason: string }>,
    submission: Submission,
  ): Promise<GlassOpened> {
    const search = await this.book.find(reader, id);
    const recordRef = search?.results[result - 1];
    if (recordRef === undefined) throw notFound();
    return this.glass.open(reader, { recordRef, reason, purpose: 'emergency' }, submission);
  }

  async closed({ authority }: Reader): Promise<Plain<ClosedSearchesDto>> {
    return { closed: await this.book.closed(authority) };
  }

  /** Nobody opens searches to itself. Throws RefusedError. */
  async reopen(
    { authority, person: by }: Reader,
    { person, reason }: Plain<ReopenDto>,
    submission: Submission,
  ): Promise<Plain<ReopenedDto>> {
    if (by === person) throw notFound();
    const { position } = await this.orders.reopen(authority, { person, reason }, submission);
    return { position };
  }
}
