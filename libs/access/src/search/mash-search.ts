import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, DESK_CONTACTS, IDENTITY_SEARCH, IbexError } from '@ibex/kernel';
import type {
  Authorities,
  DeskContacts,
  FoundRecord,
  Identifiers,
  IdentitySearch,
  Purpose,
  Reader,
} from '@ibex/kernel';
import { bodyProblem } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
import type { Plain } from '../plain';
import type { SearchAnswerDto, SearchResultDto } from './api/searches.dto';
import { FoundMembers } from './found-members';
import type { Told } from './found-members';
import { SearchBook } from './search-book';
import { SearchOrders } from './search-orders';

export type Asked = Readonly<{ identifiers: Identifiers; purpose: Purpose; reason: string }>;

/** The desk whose contact others are given: an authority that names it means it to be given. */
const POINTED_DESK = 'mash';

const tooFew = () =>
  bodyProblem([
    {
      ...{ field: 'identifiers', rule: 'enough-identifiers', detail: 'are too few, or not usable' },
      mend: 'Give an NHS number or UPN whose check digit holds, or three of forename, surname, dateOfBirth and homePostcode.',
    },
  ]);

const found = async (search: IdentitySearch, identifiers: Identifiers): Promise<readonly FoundRecord[]> => {
  try {
    return await search.find(identifiers);
  } catch (error) {
    if (error instanceof IbexError && error.code === 'identity/too-few-identifiers') throw tooFew();
    throw error;
  }
};

/** Whose contact to show. */
@Injectable()
export class PointerContacts {
  constructor(
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    @Inject(DESK_CONTACTS) private readonly desks: DeskContacts,
  ) {}

  nameOf(authority: string): string {
    return this.authorities.find(authority)?.name ?? authority;
  }

  /** Without a contact on record: whom to ask for, in words. */
  async contactOf(authority: string): Promise<string> {
    const contact = (await this.desks.contactsOf(authority)).get(POINTED_DESK);
    return contact ?? `Ask for the multi-agency safeguarding hub of ${this.nameOf(authority)}`;
  }
}

/** Answers a hub whether a child is known elsewhere: what opens it to the reader, else whom to ask. */
@Injectable()
export class MashSearch {
  constructor(
    @Inject(IDENTITY_SEARCH) private readonly identities: IdentitySearch,
    private readonly orders: SearchOrders,
    private readonly members: FoundMembers,
    private readonly showing: SearchShowing,
  ) {}

  /** Charged before anything is looked up. The same Idempotency-Key is the same search, charged once. */
  async search(reader: Reader, asked: Asked, submission: Submission): Promise<Plain<SearchAnswerDto>> {
    const { identifiers, purpose, reason } = asked;
    const { search, ...named } = this.showing.named(reader, identifiers, submission);
    const { position } = await this.orders.ask(reader, { search, purpose, ...named }, { reason, submission });
    const told = await this.members.of(
      { reader, search, purpose },
      await found(this.identities, identifiers),
    );
    const results = told.map(({ recordRef }) => recordRef);
    await this.orders.answer(reader, { search, results }, submission.actor);
    return { id: search, position, results: await this.showing.of(told) };
  }
}

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
