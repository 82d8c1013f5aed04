import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DIGESTS, PSEUDONYMS, addDays, londonDateOf, toEpochMs } from '@ibex/kernel';
import type { Actor, Clock, Digests, Identifiers, Instant, Pseudonyms, Reader } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import { overdrawn } from './domain/budget.rule';
import { SEARCH_CATEGORY, isSearchFact } from './domain/search.events';
import type { ProbingKind } from './domain/search.events';
import { NO_SEARCHES, evolveSearches, isClosedTo } from './domain/search.state';
import type { Search, Searches } from './domain/search.state';

const DAY_MS = 86_400_000;

/** The key under which an authority's reasons are sealed: its own, no child's. */
export const searchesOf = (authority: string): string => `searches-${authority}`;

/** The service itself, which tells an authority of its own people. */
export const SERVICE: Actor = { authority: 'IBEX', person: 'search', role: 'system' };

export type Closed = Readonly<{ person: string; because: ProbingKind; since: Instant }>;

const bare = (value: string): string =>
  value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Searches as they are on record, from the log alone: they hold across restarts and processes. */
@Injectable()
export class SearchBook {
  constructor(
    private readonly log: FactLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DIGESTS) private readonly digests: Digests,
    @Inject(PSEUDONYMS) private readonly pseudonyms: Pick<Pseudonyms, 'digest'>,
  ) {}

  idOf(commandId: string): string {
    return this.digests.uuidFrom(`${commandId}\nsearch`);
  }

  commandIdOf(search: string, step: string): string {
    return this.digests.uuidFrom(`${search}\n${step}`);
  }

  /** Where the searches of a London day stand. */
  today(authority: string): string {
    return this.streamOf(authority, londonDateOf(this.clock.now()));
  }

  /** Where stands to whom searches are closed. */
  closings(authority: string): string {
    return this.streamOf(authority, 'closed');
  }

  async isClosedTo({ authority, person }: Reader): Promise<boolean> {
    return isClosedTo(await this.of(this.closings(authority)), person);
  }

  /** To whom searches of an authority are closed, since when and why. */
  async closed(authority: string): Promise<readonly Closed[]> {
    const facts = (await this.log.readStream(this.closings(authority))).filter(isSearchFact);
    const { closed } = facts.reduce(evolveSearches, NO_SEARCHES);
    const suspicions = facts.flatMap(({ type, data, recordedAt }) =>
      type === 'ProbingSuspected' ? [{ person: data.person, because: data.kind, since: recordedAt }] : [],
    );
    return [...closed].flatMap((person) => suspicions.findLast((one) => one.person === person) ?? []);
  }

  /** Names and keyed digests of what was given: what an authority's own searches have in common, and nothing to others. */
  digestsOf(
    authority: string,
    identifiers: Identifiers,
  ): Readonly<{ named: Search['named']; digests: readonly string[] }> {
    const named = (
      ['forename', 'surname', 'dateOfBirth', 'homePostcode', 'nhsNumber', 'upn'] as const
    ).filter((name) => identifiers[name] !== undefined);
    const digests = named.map((name) =>
      this.pseudonyms.digest('search', `${authority}\n${name}\n${bare(identifiers[name] ?? '')}`),
    );
    return { named, digests };
  }

  /** A search of this person within a day, answered; undefined for any other. */
  async find({ authority, person }: Reader, search: string): Promise<Search | undefined> {
    const now = this.clock.now();
    const today = londonDateOf(now);
    for (const day of [today, addDays(today, -1)]) {
      const { asked } = await this.of(this.streamOf(authority, day));
      const found = asked.find((one) => one.search === search && one.person === person);
      if (found) return toEpochMs(now) - toEpochMs(found.at) < DAY_MS ? found : undefined;
    }
    return undefined;
  }

  /** Seconds until there is room for another search. */
  async retryAfter({ authority, person }: Reader): Promise<number> {
    const now = this.clock.now();
    const over = overdrawn(await this.of(this.today(authority)), person, now);
    return over ? Math.ceil((toEpochMs(over.until) - toEpochMs(now)) / 1000) : 1;
  }

  private async of(stream: string): Promise<Searches> {
    const facts = await this.log.readStream(stream);
    return facts.filter(isSearchFact).reduce(evolveSearches, NO_SEARCHES);
  }

  private streamOf(authority: string, part: string): string {
    return `${SEARCH_CATEGORY}-${this.digests.uuidFrom(`searches\n${authority}\n${part}`)}`;
  }
}
