import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LINK_PROPOSALS } from '@ibex/identity';
import type { Person } from '@ibex/identity';
import { IDENTITY_SEARCH } from '@ibex/kernel';
import type { IdentitySearch } from '@ibex/kernel';
import { IdentityDigests } from '../../libs/identity/src/keys/identity-digests';
import { toPerson } from '../../libs/identity/src/keys/to-person';
import { Likeness } from '../../libs/identity/src/worker/likeness';
import type { Town } from '../support/identity/town';
import type { Figure } from './figure';
import { madeChildren, misspelt } from './made-children';
import { figure, percentile } from './report';
import { askedTown, matchingTown, tellAll, toIdentity } from './told-children';
import type { ToldPairs } from './told-children';

const MANY = 100_000;
const ASKED = 500;
const SELF = 'asked';
const inWords = MANY.toLocaleString('en-GB');

const told = (name: string, value: number, unit: string): Figure => ({
  ...{ name, value, unit, target: 'told', met: true },
});

const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-digests-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Times in ms of one question after the other. */
const timed = async (people: readonly Person[], ask: (person: Person) => Promise<unknown>) => {
  const times: number[] = [];
  for (const person of people) {
    const begun = performance.now();
    await ask(person);
    times.push(performance.now() - begun);
  }
  return times;
};

const asking = async (town: Town, people: readonly Person[]): Promise<readonly Figure[]> => {
  const [likeness, digests] = [town.get(Likeness), town.get(IdentityDigests)];
  const search = town.get<IdentitySearch>(IDENTITY_SEARCH);
  const some = people.filter((_, at) => at % Math.floor(people.length / ASKED) === 0);
  const matched = await timed(some.map(misspelt), (person) => {
    const child = toIdentity(person);
    const row = digests.columnsOf(child);
    const asked = toPerson({ recordRef: SELF, owner: 'E09000008' }, child);
    return likeness.of(new Map([[SELF, { row, person: asked }]]));
  });
  const found = await timed(some, (person) => search.find(toIdentity(person)));
  return [
    told(`one new record among ${inWords} on SQLite, through digests: p50`, percentile(matched, 0.5), 'ms'),
    figure(
      `one new record among ${inWords} on SQLite, through digests: p99`,
      [percentile(matched, 0.99), 'ms'],
      { under: 50 },
    ),
    told(`exact search among ${inWords} on SQLite: p50`, percentile(found, 0.5), 'ms'),
    figure(`exact search among ${inWords} on SQLite: p99`, [percentile(found, 0.99), 'ms'], { under: 25 }),
  ];
};

/** One record against those that the log holds, as an exchange does it: by keyed digests, unsealed as they are compared. */
export const digestFigures = (names: string): Promise<readonly Figure[]> =>
  withFolder(async (folder) => {
    const people = madeChildren(names, MANY);
    const town = await askedTown(folder);
    try {
      await tellAll(town, people);
      await town.caughtUp();
      return await asking(town, people);
    } finally {
      await town.close();
    }
  });

/** Everybody told as an import does, and matched by the follower while that goes on. */
export const followedFigures = (people: readonly Person[]): Promise<readonly Figure[]> =>
  withFolder(async (folder) => {
    const town = await matchingTown(folder);
    try {
      const begun = performance.now();
      await tellAll(town, people);
      await town.matched();
      const seconds = (performance.now() - begun) / 1_000;
      const { pairs } = town.get<ToldPairs>(LINK_PROPOSALS);
      const automatic = [...pairs.values()].filter(({ outcome }) => outcome === 'automatic');
      const size = people.length.toLocaleString('en-GB');
      return [
        told(`${size} records told and matched by the follower`, people.length / seconds, '/s'),
        told(`${size} records told and matched by the follower: linked`, automatic.length, 'pairs'),
      ];
    } finally {
      await town.close();
    }
  });
