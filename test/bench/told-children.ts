import { Global, Module } from '@nestjs/common';
import { LINK_PROPOSALS, MatchingModule } from '@ibex/identity';
import type { LinkProposals, Person, ProposedPair } from '@ibex/identity';
import type { ChildIdentity } from '@ibex/kernel';
import { LikenessModule } from '../../libs/identity/src/worker/likeness.module';
import { Town, onSqlite } from '../support/identity/town';

const AT_ONCE = 64;

/** Keeps what the matcher makes of pairs. */
export class ToldPairs implements LinkProposals {
  readonly pairs = new Map<string, ProposedPair>();

  propose(pair: ProposedPair): Promise<void> {
    this.pairs.set(pair.refs.join(' '), pair);
    return Promise.resolve();
  }
}
@Global()
@Module({ providers: [{ provide: LINK_PROPOSALS, useClass: ToldPairs }], exports: [LINK_PROPOSALS] })
class ToldModule {}

/** Authorities on embedded stores whose records may be asked about, and are not matched. */
export const askedTown = (folder: string): Promise<Town> => Town.over(onSqlite(folder), [LikenessModule]);

/** Authorities on embedded stores whose records are matched as they are told; pairs are kept in memory. */
export const matchingTown = (folder: string): Promise<Town> =>
  Town.over(onSqlite(folder), [ToldModule, MatchingModule]);

const FIELDS = ['forename', 'surname', 'sex', 'ethnicity', 'nhsNumber', 'upn'] as const;

export const toIdentity = (person: Person): ChildIdentity => {
  const same = FIELDS.flatMap((field) =>
    person[field] === undefined ? [] : [[field, person[field]] as const],
  );
  const { id, dob = '', postcode = '' } = person;
  return { ...Object.fromEntries(same), localId: id, dateOfBirth: dob, homePostcode: postcode };
};

/** Tells of everybody, some at once, as an import does. Returns the references by the people's ids. */
export const tellAll = async (
  town: Town,
  people: readonly Person[],
): Promise<ReadonlyMap<string, string>> => {
  const refs = new Map<string, string>();
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const some = people.slice(from, from + AT_ONCE);
    const told = some.map(async (person) => {
      refs.set(person.id, await town.tell(person.source ?? 'E09000007', toIdentity(person)));
    });
    await Promise.all(told);
  }
  return refs;
};
