import { Inject, Injectable } from '@nestjs/common';
import { IDENTITY_SEARCH, IbexError } from '@ibex/kernel';
import type { FoundRecord, Identifiers, IdentitySearch, Purpose, Reader } from '@ibex/kernel';
import { bodyProblem } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import type { SearchAnswerDto } from './api/searches.dto';
import { FoundMembers } from './found-members';
import { SearchOrders } from './search-orders';
import { SearchShowing } from './search-showing';

export type Asked = Readonly<{ identifiers: Identifiers; purpose: Purpose; reason: string }>;

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
