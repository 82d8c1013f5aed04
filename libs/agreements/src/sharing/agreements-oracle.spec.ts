import fc from 'fast-check';
import type {
  Addressee,
  Capacity,
  Direction,
  NewFact,
  NotificationDefinition,
  RecordedFact,
  Urgency,
} from '@ibex/kernel';
import { FixedClock, MemoryEventStore } from '@ibex/adapters/memory';
import { FactLog } from '@ibex/runtime';
import { aNewFact, someMetadata } from '@ibex/testing';
import { agreementDecider } from '../domain/agreement.decider';
import type { AgreementCommand } from '../domain/agreement.commands';
import type { AgreementFact } from '../domain/agreement.events';
import type { AgreementState } from '../domain/agreement.state';
import type { Clause, Terms } from '../domain/agreement.terms';
import { RecordedAgreements } from '../record/recorded-agreements';

const [A, B, C, D] = ['E09000008', 'E09000022', 'E09000024', 'E10000016'] as const;
const ALL = [A, B, C, D];
const PARTIES = [A, B, C];
const known = { types: ['missing', 'placement'], strangers: [] };

type Telling = Readonly<{ authority: string; capacity: Capacity; urgency: Urgency }>;
type Said = Readonly<{ by: string; told: readonly Telling[]; urgency: Urgency | null; born: string | null }>;
type Event = Readonly<{ after: number }> &
  (
    | Readonly<{ kind: 'agreement'; id: string; by: string; do: string; terms: Terms }>
    | Readonly<{ kind: 'notice'; notice: string; said: Said }>
  );

// ---- what is played -------------------------------------------------------------------------------------------------

const basis = { text: 'by law', source: 'reg 13' };
const saidIn = ({ data }: RecordedFact): Said => data['said'] as Said;
const definition: NotificationDefinition = {
  name: 'missing',
  title: 'Missing',
  category: 'missing',
  lane: 'urgent',
  facts: {
    Told: {
      version: 1,
      title: 'Told',
      personal: [],
      tells: { message: 'uk.ibex.missing.told', version: 1, summary: 'Told.' },
    },
  },
  audience: (fact) => saidIn(fact).told.map((each): Addressee => ({ ...each, basis })),
  deadlines: () => [],
  withheldFromAddressees: () => [],
  neighbours: {
    urgencyOf: (fact) => saidIn(fact).urgency ?? undefined,
    withheld: () => [],
    isClosed: () => false,
  },
  refusals: [],
};

const authority = fc.constantFrom(...ALL);
const party = fc.constantFrom(A, B, C);
const urgency = fc.constantFrom<Urgency>('urgent', 'prompt', 'routine');
const someOf = <T>(...values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
// either side of a night when the clocks change: 29 March and 25 October 2026
const DAYS: Readonly<Record<string, readonly string[]>> = {
  spring: ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'],
  autumn: ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27'],
};
const dayNear = (season: string, from: number, to: number) =>
  fc.constantFrom(...(DAYS[season] ?? []).slice(from, to));
const clause = fc.record(
  {
    id: fc.constantFrom('one', 'two'),
    who: fc.oneof(
      fc.constant({ kind: 'each-other' } as const),
      fc.record({ kind: fc.constant('named' as const), from: someOf(A, B, C), to: someOf(A, B, C) }),
    ),
    types: fc.constantFrom(['missing'], ['placement'], ['missing', 'placement']),
    directions: someOf<Direction>('placed-here', 'ours-elsewhere', 'at-risk-here'),
    agesFrom: fc.constantFrom(12, 13),
    agesTo: fc.constantFrom(13, 17),
    urgencies: someOf<Urgency>('urgent', 'prompt', 'routine'),
  },
  { requiredKeys: ['id', 'who', 'types'] },
);
/** Names only parties, and both ends in order: terms that could be agreed on. */
const tidied = (terms: Terms): Terms => {
  const { parties } = terms;
  const [from = '', to = ''] = [terms.from, terms.to].sort();
  const within = (all: readonly string[]): readonly string[] => all.filter((gss) => parties.includes(gss));
  const clauses = terms.clauses.map((each) =>
    each.who.kind === 'named'
      ? { ...each, who: { ...each.who, from: within(each.who.from), to: within(each.who.to) } }
      : each,
  );
  return { ...terms, from, to, clauses };
};
const termsNear = (season: string) =>
  fc
    .record({
      title: fc.constantFrom('First', 'Second'),
      purpose: fc.constant('to find children'),
      legalBasis: fc.constant('Children Act 2004 s11'),
      parties: fc.constantFrom([A, B], [A, B, C], [B, C]),
      clauses: fc.uniqueArray(clause, { selector: ({ id }) => id, minLength: 1, maxLength: 2 }),
      from: dayNear(season, 0, 3),
      to: dayNear(season, 1, 5),
    })
    .map((terms) => tidied(terms as Terms));
const said = fc.record({
  by: authority,
  told: fc.uniqueArray(
    fc.record({
      authority,
      capacity: fc.constantFrom<Capacity>('host', 'responsible', 'area-at-risk', 'addressee'),
      urgency,
    }),
    { selector: (each) => each.authority, maxLength: 2 },
  ),
  urgency: fc.option(urgency, { freq: 8 }),
  born: fc.constantFrom(null, '2013-03-30', '2013-10-25', '2008-03-30'),
});
const eventNear = (season: string): fc.Arbitrary<Event> => {
  const after = fc.constantFrom(0, 30, 60, 60, 12 * 60);
  return fc.oneof(
    fc.record({
      after,
      kind: fc.constant('agreement' as const),
      id: fc.constantFrom('x', 'y'),
      by: party,
      do: fc.constantFrom('agree', 'agree', 'agree', 'propose', 'sign', 'sign', 'amend', 'leave', 'end'),
      terms: termsNear(season),
    }),
    fc.record({ after, kind: fc.constant('notice' as const), notice: fc.constantFrom('1', '2'), said }),
  );
};
type Asked = Extract<Event, { kind: 'agreement' }>;
const signature = (by: string, { phase, ...state }: AgreementState): AgreementCommand => {
  const version = phase !== 'none' && 'versions' in state ? state.versions.length : 1;
  return { type: 'SignAgreement', data: { by, version, person: 'p', role: 'governance', isPerson: true } };
};
const wished = ({ by, terms }: Asked, { phase }: AgreementState): AgreementCommand => ({
  type: phase === 'none' ? 'ProposeAgreement' : 'AmendAgreement',
  data: { by, terms, known },
});
/** What is ordered one after another; each sees what the one before has led to. */
const ORDERS: Readonly<Record<string, (event: Asked, state: AgreementState) => readonly AgreementCommand[]>> =
  {
    agree: (event, state) => [wished(event, state)],
    propose: ({ by, terms }) => [{ type: 'ProposeAgreement', data: { by, terms, known } }],
    amend: ({ by, terms }) => [{ type: 'AmendAgreement', data: { by, terms, known } }],
    sign: ({ by }, state) => [signature(by, state)],
    leave: ({ by }) => [{ type: 'WithdrawFromAgreement', data: { by, because: 'other' } }],
    end: ({ by }) => [{ type: 'EndAgreement', data: { by, because: 'other' } }],
  };

// ---- the oracle: says in its own words who is to be told -----------------------------------------------------------

const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const dayOf = (instant: string): string => inLondon.format(new Date(instant));

type Played = Readonly<{ id: string; fact: AgreementFact }> | RecordedFact;
const isAgreement = (played: Played): played is Readonly<{ id: string; fact: AgreementFact }> =>
  'fact' in played;

const factsOf = (id: string, played: readonly Played[]): readonly AgreementFact[] =>
  played.filter(isAgreement).flatMap((each) => (each.id === id ? [each.fact] : []));
const hasSigned = (facts: readonly AgreementFact[], gss: string, version: number): boolean =>
  facts.some(
    (fact) => fact.type === 'AgreementSigned' && fact.data.by === gss && fact.data.version === version,
  );
const hasLeft = (facts: readonly AgreementFact[], gss: string, version: number): boolean =>
  facts.some(
    (fact) => fact.type === 'AgreementPartyWithdrew' && fact.data.by === gss && fact.data.version >= version,
  );

/** The terms that bind on a day after so much was played, and between whom. */
const bindingOn = (id: string, played: readonly Played[], day: string) => {
  const facts = factsOf(id, played);
  const versions = facts.flatMap((fact) =>
    fact.type === 'AgreementProposed' || fact.type === 'AgreementAmended' ? [fact.data] : [],
  );
  const bound = versions.findLast(
    ({ terms, version }) => terms.from <= day && terms.parties.every((gss) => hasSigned(facts, gss, version)),
  );
  if (!bound || bound.terms.to < day || facts.some(({ type }) => type === 'AgreementEnded')) return undefined;
  const parties = bound.terms.parties.filter((gss) => !hasLeft(facts, gss, bound.version));
  return parties.length > 1 ? { terms: bound.terms, parties } : undefined;
};

const ORDER: readonly Urgency[] = ['urgent', 'prompt', 'routine'];
const lawIn = (fact: RecordedFact): readonly Telling[] =>
  saidIn(fact).told.filter((each) => each.authority !== fact.metadata.actor.authority);
const urgencyIn = (fact: RecordedFact): Urgency | undefined => {
  const own = saidIn(fact).urgency;
  if (own === null) return undefined;
  const law = lawIn(fact).map((each) => ORDER.indexOf(each.urgency));
  return law.length === 0 ? own : ORDER[Math.max(ORDER.indexOf(own), Math.min(...law))];
};
const SEEN_AS: Readonly<Record<string, Direction | undefined>> = {
  host: 'placed-here',
  responsible: 'ours-elsewhere',
  'area-at-risk': 'at-risk-here',
};
const seenBy = (gss: string, fact: RecordedFact): Direction | undefined => {
  const law = lawIn(fact);
  if (gss !== fact.metadata.actor.authority)
    return SEEN_AS[law.find((each) => each.authority === gss)?.capacity ?? ''];
  return law.some(({ capacity }) => capacity === 'responsible') ? 'placed-here' : 'ours-elsewhere';
};
const knows = (gss: string, fact: RecordedFact): boolean =>
  gss === fact.metadata.actor.authority || lawIn(fact).some((each) => each.authority === gss);
const ageIn = (fact: RecordedFact): number | undefined => {
  const { born } = saidIn(fact);
  if (born === null) return undefined;
  const [day, birthday] = [dayOf(fact.recordedAt), born.slice(5)];
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < birthday ? 1 : 0);
};
const mayTell = ({ who }: Clause, tells: string, told: string): boolean =>
  tells !== told && (who.kind === 'each-other' || (who.from.includes(tells) && who.to.includes(told)));

type Way = Readonly<{ id: string; clause: string; tells: string; told: string }>;

/** The clause by which a way is open at a fact, after so much was played. */
const standsAt = ({ id, clause, tells, told }: Way, fact: RecordedFact, played: readonly Played[]) => {
  const binding = bindingOn(id, played, dayOf(fact.recordedAt));
  const found = binding?.terms.clauses.find((each) => each.id === clause && each.types.includes('missing'));
  if (!found || !mayTell(found, tells, told)) return undefined;
  const areParties = [tells, told].every((gss) => binding?.parties.includes(gss));
  const isNews = knows(tells, fact) && !knows(told, fact) && urgencyIn(fact) !== undefined;
  return areParties && isNews ? found : undefined;
};
const isOfAge = ({ agesFrom, agesTo }: Clause, age: number | undefined): boolean => {
  if (agesFrom === undefined && agesTo === undefined) return true;
  return age !== undefined && !(age < (agesFrom ?? 0)) && !(age > (agesTo ?? 99));
};
const isAmong = <T>(wanted: readonly T[] | undefined, one: T | undefined): boolean =>
  wanted === undefined || (one !== undefined && wanted.includes(one));
const beginsAt = (way: Way, fact: RecordedFact, played: readonly Played[]): boolean => {
  const clause = standsAt(way, fact, played);
  return (
    clause !== undefined &&
    isOfAge(clause, ageIn(fact)) &&
    isAmong(clause.directions, seenBy(way.tells, fact)) &&
    isAmong(clause.urgencies, urgencyIn(fact))
  );
};
const WAYS: readonly Way[] = ['x', 'y'].flatMap((id) =>
  ['one', 'two'].flatMap((name) =>
    PARTIES.flatMap((tells) => PARTIES.map((told) => ({ id, clause: name, tells, told }))),
  ),
);
/** Ways by which an authority is to be told of the fact at this place. */
const waysAt = (at: number, played: readonly Played[]): readonly Way[] => {
  const fact = played[at];
  if (!fact || isAgreement(fact)) return [];
  const before = (index: number) => played.slice(0, index);
  return WAYS.filter(
    (way) =>
      standsAt(way, fact, before(at)) &&
      played.some(
        (earlier, index) =>
          index <= at &&
          !isAgreement(earlier) &&
          earlier.stream === fact.stream &&
          beginsAt(way, earlier, before(index)),
      ),
  );
};

// ---- the play -------------------------------------------------------------------------------------------------------

const START: Readonly<Record<string, string>> = {
  spring: '2026-03-27T22:30:00.000Z',
  autumn: '2026-10-23T21:30:00.000Z',
};

class Play {
  readonly played: Played[] = [];
  private readonly store = new MemoryEventStore();
  private readonly states = new Map<string, AgreementState>();
  private nowMs: number;

  constructor(season: string) {
    this.nowMs = Date.parse(START[season] ?? '');
  }

  /** A book that has read nothing yet, as after a start. */
  book(): RecordedAgreements {
    const lifting = { lift: (facts: readonly RecordedFact[]) => facts, versionOf: () => 1 };
    const log = new FactLog(this.store, lifting as unknown as ConstructorParameters<typeof FactLog>[1]);
    const identityOf = (ref: string) =>
      Promise.resolve(ref === 'none' ? undefined : { localId: 'l', dateOfBirth: ref });
    return new RecordedAgreements(log, { identityOf }, new FixedClock());
  }

  async take(event: Event): Promise<void> {
    this.nowMs += event.after * 60_000;
    if (event.kind === 'notice') return this.notice(event.notice, event.said);
    for (const order of ORDERS[event.do]?.(event, this.stateOf(event.id)) ?? [])
      await this.decide(event.id, order);
    if (event.do !== 'agree') return undefined;
    for (const by of event.terms.parties) await this.decide(event.id, signature(by, this.stateOf(event.id)));
    return undefined;
  }

  private stateOf(id: string): AgreementState {
    return this.states.get(id) ?? agreementDecider.initialState;
  }

  private async decide(id: string, order: AgreementCommand): Promise<void> {
    const decision = agreementDecider.decide(order, this.stateOf(id), this.now());
    const [fact] = decision.outcome === 'accepted' ? decision.facts : [];
    if (!fact) return;
    this.states.set(id, agreementDecider.evolve(this.stateOf(id), fact));
    await this.record(`agreement-${id}`, { type: fact.type, data: { ...fact.data } });
    this.played.push({ id, fact });
  }

  private async notice(notice: string, told: Said): Promise<void> {
    const actor = { ...someMetadata.actor, authority: told.by };
    const metadata = { ...someMetadata, actor, recordRef: told.born ?? 'none' };
    this.played.push(
      await this.record(`missing-${notice}`, { type: 'Told', data: { said: told }, metadata }),
    );
  }

  private now(): string {
    return new Date(this.nowMs).toISOString();
  }

  private async record(stream: string, change: Partial<NewFact>): Promise<RecordedFact> {
    const id = `f-${String(this.played.length)}`;
    const { facts } = await this.store.append(stream, 'any', [
      aNewFact(id, { recordedAt: this.now(), ...change }),
    ]);
    const [recorded] = facts;
    if (!recorded) throw new Error('nothing was recorded');
    return recorded;
  }
}

/** What the book says of each fact, asked in an order of its own, as after a crash. */
const answers = async (book: RecordedAgreements, played: readonly Played[]) => {
  const facts = played.filter((each): each is RecordedFact => !isAgreement(each));
  const asked = await Promise.all(
    [...facts].reverse().map(async (fact) => {
      const earlier = facts.filter((each) => each.stream === fact.stream && each.position < fact.position);
      return [fact.id, await book.alsoTold({ definition, fact, earlier })] as const;
    }),
  );
  return new Map(asked);
};

describe.each(['spring', 'autumn'])('agreements over a night when the clocks change, in %s', (season) => {
  it('tell exactly those whom an independent reading of them names, each by a way that is open', async () => {
    let tellings = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(eventNear(season), { minLength: 8, maxLength: 40 }), async (events) => {
        const world = new Play(season);
        for (const event of events) await world.take(event);
        const { played } = world;
        const said = await answers(world.book(), played);
        played.forEach((fact, at) => {
          if (isAgreement(fact)) return;
          const ways = waysAt(at, played);
          const told = said.get(fact.id) ?? [];
          tellings += told.length;
          expect(told.map((each) => each.authority)).toEqual(
            [...new Set(ways.map((way) => way.told))].sort(),
          );
          for (const each of told)
            expect(ways).toContainEqual({
              id: each.agreement?.id,
              clause: each.agreement?.clause,
              tells: each.agreement?.tells,
              told: each.authority,
            });
        });
      }),
      { numRuns: 300, seed: 20260329 },
    );
    // an empty world would agree with any oracle
    expect(tellings).toBeGreaterThan(150);
  });
});
