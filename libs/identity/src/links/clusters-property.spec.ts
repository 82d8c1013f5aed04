import type { RecordedFact } from '@ibex/kernel';
import { aNewFact } from '@ibex/testing';
import * as fc from 'fast-check';
import type { LinkCommand } from './domain/link.commands';
import { linkDecider } from './domain/link.decider';
import { linkStream } from './domain/link.events';
import { standingOf } from './domain/link.state';
import type { KnownLink } from './domain/link.state';
import { linkAfter, linksProjection } from './view/links.projection';
import type { LinkEndRow } from './view/links.schema';
import { WalkedClusters } from './walked-clusters';

const REFS = ['r-0', 'r-1', 'r-2', 'r-3', 'r-4', 'r-5'] as const;
const OWNER = 'E09000007';
type Step = Readonly<{ a: number; b: number; kind: string; weight: number; person: string }>;

const commandOf = ({ a, b, kind, weight, person }: Step): LinkCommand => {
  const refs = [`r-${String(Math.min(a, b))}`, `r-${String(Math.max(a, b))}`] as const;
  const pair = { refs, owners: [OWNER, OWNER] as const };
  const evidence = { ...pair, weight, reasons: [], rivals: 0, model: '' };
  const by = { by: OWNER, person, isPerson: true, needsSecond: false };
  const personal = { rationale: 'seen' };
  switch (kind) {
    case 'same':
      return { type: 'ConfirmLink', data: by, personal };
    case 'different':
      return { type: 'DeclineLink', data: by, personal };
    case 'forbid':
      return { type: 'ForbidLink', data: { ...pair, ...by }, personal };
    case 'lift':
      return { type: 'LiftForbiddance', data: by, personal };
    case 'nothing':
      return { type: 'TellEvidence', data: { ...evidence, outcome: 'nothing' } };
    default:
      return {
        type: 'TellEvidence',
        data: { ...evidence, outcome: kind === 'review' ? 'review' : 'automatic' },
      };
  }
};
const streamOf = ({ a, b }: Step): string => linkStream(`${String(Math.min(a, b))}${String(Math.max(a, b))}`);

/** What the decider makes of these steps, one after the other. */
const recordedOf = (steps: readonly Step[]): readonly RecordedFact[] => {
  const all: RecordedFact[] = [];
  for (const step of steps) {
    const stream = streamOf(step);
    const earlier = all.filter((fact) => fact.stream === stream);
    const decision = linkDecider.decide(commandOf(step), linkAfter(earlier), '');
    for (const { type, data } of decision.outcome === 'accepted' ? decision.facts : [])
      all.push({
        ...aNewFact(`f-${String(all.length)}`, { type, data: { ...data } }),
        ...{ stream, category: 'link', revision: earlier.length, position: all.length },
      });
  }
  return all;
};

/** The rows that the view holds after these facts, in this order. */
const tableOf = (facts: readonly RecordedFact[]) => {
  const rows = new Map<string, LinkEndRow>();
  for (const fact of facts) {
    const earlier = facts.filter(
      ({ stream, revision }) => stream === fact.stream && revision < fact.revision,
    );
    for (const change of linksProjection.project(fact, earlier) as readonly {
      op: string;
      table: string;
      row: unknown;
    }[])
      if (change.op === 'put' && change.table === 'linkEnds') {
        const row = change.row as LinkEndRow;
        rows.set(`${row.recordRef} ${row.other}`, row);
      }
  }
  const found = [...rows.values()];
  return {
    endsOf: (refs: readonly string[]) =>
      Promise.resolve(found.filter(({ recordRef }) => refs.includes(recordRef))),
  };
};
const clustersOf = (facts: readonly RecordedFact[], table = tableOf(facts)) => {
  const readStream = (stream: string) => Promise.resolve(facts.filter((fact) => fact.stream === stream));
  return new WalkedClusters(table as never, { readStream } as never);
};
const membersOf = async (facts: readonly RecordedFact[]): Promise<readonly string[]> => {
  const clusters = clustersOf(facts);
  return Promise.all(REFS.map(async (ref) => (await clusters.membersOf(ref)).join(' ')));
};

/** Written the slow way: everything at once, sets of names, no walking. */
const oracle = (facts: readonly RecordedFact[]): readonly string[] => {
  const streams = [...new Set(facts.map(({ stream }) => stream))];
  const states = streams
    .map((stream) => linkAfter(facts.filter((fact) => fact.stream === stream)))
    .filter((state): state is KnownLink => state.phase === 'known');
  const find = (x: string, y: string) =>
    states.find(({ pair: { refs } }) => refs.includes(x) && refs.includes(y));
  const isApart = (x: string, y: string) => {
    const state = find(x, y);
    return state !== undefined && ['apart', 'forbidden'].includes(standingOf(state));
  };
  const oddsOf = (x: string, y: string) => Math.min(15, find(x, y)?.known?.evidence.weight ?? -4);
  const linked = states.filter((state) => standingOf(state) === 'linked');
  const isSure = (state: KnownLink) => state.word?.says === 'same';
  const weight = (state: KnownLink) => state.known?.evidence.weight ?? 0;
  const ordered = [...linked].sort(
    (x, y) =>
      Number(isSure(y)) - Number(isSure(x)) ||
      weight(y) - weight(x) ||
      (x.pair.refs.join(' ') < y.pair.refs.join(' ') ? -1 : 1),
  );
  let groups: readonly ReadonlySet<string>[] = REFS.map((ref) => new Set([ref]));
  for (const state of ordered) {
    const [x, y] = state.pair.refs.map((ref) => groups.find((group) => group.has(ref)));
    if (!x || !y || x === y) continue;
    const across = [...x].flatMap((one) => [...y].map((other) => [one, other] as const));
    if (across.some(([one, other]) => isApart(one, other))) continue;
    const sum = across.reduce((all, [one, other]) => all + oddsOf(one, other), 0);
    if (isSure(state) || sum >= 0)
      groups = [...groups.filter((group) => group !== x && group !== y), new Set([...x, ...y])];
  }
  return REFS.map((ref) => [...(groups.find((group) => group.has(ref)) ?? [])].sort().join(' '));
};

const aStep = fc.record({
  ...{ a: fc.nat(5), b: fc.nat(5), weight: fc.integer({ min: -3, max: 20 }) },
  kind: fc.constantFrom(
    'automatic',
    'automatic',
    'automatic',
    'review',
    'nothing',
    'same',
    'different',
    'forbid',
    'lift',
  ),
  person: fc.constantFrom('ada', 'ben'),
});
const steps = fc.array(aStep, { maxLength: 40 }).map((all) => all.filter(({ a, b }) => a !== b));

/** The same facts in another order, each pair's own in theirs. */
const shuffled = (facts: readonly RecordedFact[], seed: readonly number[]): readonly RecordedFact[] => {
  const queues = new Map<string, RecordedFact[]>();
  for (const fact of facts) queues.set(fact.stream, [...(queues.get(fact.stream) ?? []), fact]);
  return facts.flatMap((_, at) => {
    const waiting = [...queues.values()].filter((queue) => queue.length > 0);
    const next = waiting[(seed[at % seed.length] ?? 0) % waiting.length]?.shift();
    return next ? [next] : [];
  });
};

describe('clusters of records', () => {
  it('are those that a naive reading of the same facts gives', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const facts = recordedOf(all);
        expect(await membersOf(facts)).toEqual(oracle(facts));
      }),
      { numRuns: 400 },
    );
  });

  it('do not depend on the order in which facts came', async () => {
    const seeds = fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(steps, seeds, async (all, seed) => {
        const facts = recordedOf(all);
        const other = shuffled(facts, seed);
        expect(other).toHaveLength(facts.length);
        expect(await membersOf(other)).toEqual(await membersOf(facts));
      }),
      { numRuns: 300 },
    );
  });

  it('heal when evidence is withdrawn, as if it had never been', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.nat(5),
        fc.nat(5),
        fc.integer({ min: 7, max: 40 }),
        async (all, a, b, weight) => {
          fc.pre(a !== b);
          const others = all.filter((step) => streamOf(step) !== streamOf({ a, b } as Step));
          const wrong = { a, b, weight, kind: 'automatic', person: 'ada' };
          const half = Math.floor(others.length / 2);
          const withWrong = [
            ...others.slice(0, half),
            wrong,
            ...others.slice(half),
            { ...wrong, kind: 'nothing' },
          ];
          expect(await membersOf(recordedOf(withWrong))).toEqual(await membersOf(recordedOf(others)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never hold two that are kept apart, whatever arrives and through whomever', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, fc.nat(5), fc.nat(5), async (before, later, a, b) => {
        fc.pre(a !== b);
        const mark = { a, b, weight: 0, kind: 'forbid', person: 'ada' };
        const noLifting = later.filter(({ kind }) => kind !== 'lift');
        const facts = recordedOf([...before, mark, ...noLifting]);
        const members = await clustersOf(facts).membersOf(`r-${String(a)}`);
        expect(members).not.toContain(`r-${String(b)}`);
      }),
      { numRuns: 300 },
    );
  });

  it('are known as they stood before any place of the log', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(40), fc.nat(5), async (all, before, at) => {
        const facts = recordedOf(all);
        const then = facts.filter(({ position }) => position < before);
        const ref = `r-${String(at)}`;
        expect(await clustersOf(facts).membersOf(ref, before)).toEqual(await clustersOf(then).membersOf(ref));
      }),
      { numRuns: 300 },
    );
  });

  it('are a record alone where nothing is linked to it', async () => {
    expect(await clustersOf([]).membersOf('r-0')).toEqual(['r-0']);
  });
});
