import { IbexError } from '@ibex/kernel';
import { Matcher } from '../matcher';
import type { Model } from '../model';
import type { Person } from '../person';
import { columnMap, toPerson } from './columns';
import { evaluate } from './evaluate';
import type { Evaluation } from './evaluate';
import { forbiddenPairs, personOf } from './truth';
import type { Table } from './truth';

/** `linkTo`: only pairs with one record of each table count. `model`: left out, it is learnt from these records. */
export type Tables = Readonly<{
  records: Table;
  truth: Table;
  linkTo?: Table;
  doNotLink?: Table;
  map?: string;
  model?: Model;
}>;
/** Times in seconds. `fields`: what was found in the columns. */
export type TablesEvaluated = Evaluation &
  Readonly<{ records: number; fields: readonly string[]; seconds: number; model: Model }>;

const peopleOf = (table: Table, map: string | undefined): readonly Person[] => {
  const columns = columnMap(table.header, map);
  return table.records.map((cells) => toPerson(cells, columns));
};

const placesById = (people: readonly Person[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (const [at, { id }] of people.entries()) {
    if (id === '' || places.has(id))
      throw new IbexError(
        'identity/id-not-unique',
        `--records: row ${String(at + 2)} has ${id === '' ? 'no id' : `the id ${id}, which another row has too`}; name the right column with --map id=…`,
      );
    places.set(id, at);
  }
  return places;
};

const pairCount = (sizes: Iterable<number>): number => {
  let pairs = 0;
  for (const size of sizes) pairs += (size * (size - 1)) / 2;
  return pairs;
};

const tally = (names: Iterable<string>): Iterable<number> => {
  const sizes = new Map<string, number>();
  for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return sizes.values();
};

/** Runs the matcher on tables as they are and holds its answers against the truth. */
export const evaluateTables = (tables: Tables, now: () => number): TablesEvaluated => {
  const { records, linkTo, truth, doNotLink, map, model } = tables;
  const first = peopleOf(records, map);
  const people = linkTo ? [...first, ...peopleOf(linkTo, map)] : first;
  const places = placesById(people);
  const who = personOf(truth, records.header[columnMap(records.header, map).id] ?? '');
  const nameOf = (place: number): string =>
    who.get(people[place]?.id ?? '') ?? `nobody else ${String(place)}`;
  const admits = (a: number, b: number): boolean => !linkTo || (a < first.length && b >= first.length);
  const apart = doNotLink ? forbiddenPairs(doNotLink, who, (id) => places.has(id)) : [];
  const startedAt = now();
  const matcher = new Matcher(people, { apart, admits, ...(model ? { model } : {}) });
  const outcome = matcher.outcome();
  const seconds = (now() - startedAt) / 1_000;
  const all = pairCount(tally(people.map((_, at) => nameOf(at))));
  const within = linkTo
    ? pairCount(tally(people.slice(0, first.length).map((_, at) => nameOf(at)))) +
      pairCount(tally(people.slice(first.length).map((_, at) => nameOf(first.length + at))))
    : 0;
  const evaluation = evaluate(
    matcher,
    {
      ...{ isOne: (a: number, b: number) => nameOf(a) === nameOf(b), truePairs: all - within, admits },
      forbidden: apart.flatMap(([x, y]) => {
        const [a, b] = [places.get(x), places.get(y)];
        return a === undefined || b === undefined ? [] : [{ a, b }];
      }),
    },
    outcome,
  );
  const fields = Object.keys(matcher.model.fields);
  return { ...evaluation, records: people.length, fields, seconds, model: matcher.model };
};
