import type { Decider } from '@ibex/kernel';
import { given } from '@ibex/testing';
import { searchDecider } from './search.decider';
import type { AskSearch, SearchCommand, SearchRefusal } from './search.decider';
import type { SearchAsked, SearchFact } from './search.events';
import { NOON, minutesAfter } from './search.fixture';
import type { Searches } from './search.state';

const decider: Decider<SearchCommand, SearchFact, Searches, SearchRefusal> = searchDecider;
const asking = (n: number, more: Partial<AskSearch['data']> = {}): AskSearch => ({
  type: 'AskSearch',
  data: {
    ...{ search: `s-${String(n)}`, person: 'p-1', purpose: 'mash-enquiry', isClosed: false },
    ...{ named: ['upn'], digests: [`digest ${String(n)}`] },
    ...more,
  },
  personal: { reason: 'Referral 12' },
});
const asked = (n: number, at = NOON, person = 'p-1'): SearchAsked => ({
  type: 'SearchAsked',
  data: {
    ...{ search: `s-${String(n)}`, person, purpose: 'mash-enquiry', at },
    ...{ named: ['upn'], digests: [`digest ${String(n)}`] },
  },
});
const many = (count: number, at: (n: number) => string, person?: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => asked(n, at(n), person?.(n)));
const suspicion = { authority: 'E09000007', person: 'p-1', kind: 'finds-nothing', search: 's-1' } as const;

describe('a search', () => {
  it('is on record with what was named, as digests, and its reason sealed', () => {
    given(decider, NOON)()
      .when(asking(1))
      .then({ ...asked(1), personal: { reason: 'Referral 12' } });
  });

  it('is refused to whom searches are closed', () => {
    given(decider, NOON)()
      .when(asking(1, { isClosed: true }))
      .refused('search/closed');
  });

  it('is refused once a budget is spent', () => {
    given(
      decider,
      NOON,
    )(...many(30, () => NOON))
      .when(asking(99))
      .refused('search/person-hour-spent');
    given(
      decider,
      minutesAfter(NOON, 400),
    )(...many(100, (n) => minutesAfter(NOON, n)))
      .when(asking(999))
      .refused('search/person-day-spent');
    given(
      decider,
      NOON,
    )(
      ...many(
        1_000,
        () => NOON,
        (n) => `p-${String(n)}`,
      ),
    )
      .when(asking(9_999, { person: 'new' }))
      .refused('search/authority-day-spent');
  });

  it('is answered by how many were found, and says when it looks like probing', () => {
    const answer = { type: 'AnswerSearch', data: { search: 's-19', person: 'p-1', results: [] } } as const;
    const answered = { ...answer.data, found: 0, at: NOON };
    given(decider, NOON)(asked(19)).when(answer).then({ type: 'SearchAnswered', data: answered });
    const before = Array.from({ length: 20 }, (_, n) => [
      asked(n),
      {
        type: 'SearchAnswered',
        data: { search: `s-${String(n)}`, person: 'p-1', found: 0, results: [], at: NOON },
      },
    ])
      .flat()
      .slice(0, -1) as SearchFact[];
    given(
      decider,
      NOON,
    )(...before)
      .when(answer)
      .then({ type: 'SearchAnswered', data: { ...answered, suspect: 'varies-one-identifier' } });
  });
});

describe('searches that are closed', () => {
  it('are closed once, however often they are suspected', () => {
    const suspect = { type: 'SuspectProbing', data: suspicion } as const;
    const fact = { type: 'ProbingSuspected', data: suspicion } as const;
    given(decider, NOON)().when(suspect).then(fact);
    given(decider, NOON)(fact).when(suspect).then();
  });

  it('are opened again with a reason, by whoever looked into it', () => {
    const reopen = { type: 'ReopenSearch', data: { person: 'p-1' }, personal: { reason: 'A test' } } as const;
    given(
      decider,
      NOON,
    )({ type: 'ProbingSuspected', data: suspicion })
      .when(reopen)
      .then({ ...reopen, type: 'SearchReopened' });
    given(decider, NOON)().when(reopen).refused('search/not-closed');
  });
});
