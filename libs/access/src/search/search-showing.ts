import { Injectable } from '@nestjs/common';
import type { Identifiers, Reader } from '@ibex/kernel';
import type { Plain, Submission } from '@ibex/runtime';
import type { SearchResultDto } from './api/searches.dto';
import type { Told } from './found-members';
import { PointerContacts } from './pointer-contacts';
import { SearchBook } from './search-book';

/** Puts what was found into words. */
@Injectable()
export class SearchShowing {
  constructor(
    private readonly book: SearchBook,
    private readonly contacts: PointerContacts,
  ) {}

  named({ authority }: Reader, identifiers: Identifiers, { commandId }: Submission) {
    return { search: this.book.idOf(commandId), ...this.book.digestsOf(authority, identifiers) };
  }

  of(told: readonly Told[]): Promise<readonly Plain<SearchResultDto>[]> {
    return Promise.all(told.map((one, at) => this.toResult(one, at + 1)));
  }

  private async toResult(
    { recordRef, owner, agreedOn, seen }: Told,
    n: number,
  ): Promise<Plain<SearchResultDto>> {
    const authority = { n, authority: owner, authorityName: this.contacts.nameOf(owner) };
    if (!seen) return { kind: 'known-to', ...authority, contact: await this.contacts.contactOf(owner) };
    const relations = seen.relations.map(({ kind, from, to, basis }) => ({
      ...{ kind, from, ...(to === undefined ? {} : { to }) },
      ...{ basis: basis.text, source: basis.source },
    }));
    return { kind: 'seen', ...authority, recordRef, agreedOn, sight: seen.sight, relations };
  }
}
