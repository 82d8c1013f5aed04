import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHILDREN, MatchIndex } from '@ibex/identity';
import type { Evaluation, Person } from '@ibex/identity';
import type { Figure } from './figure';
import { digestFigures, followedFigures } from './digest-index';
import { madeChildren, misspelt } from './made-children';
import { dist } from './measured-process';
import { figure, percentile } from './report';

const CLI = dist('apps', 'cli', 'src', 'main.js');
const DATA = join(__dirname, '..', '..', '..', '..', 'shared', 'data');
const MANY = 1_000_000;
const ASKED = 2_000;
/** As many as a large import brings. */
const FOLLOWED = 30_000;
/** Log2 of the odds from which the index tells of a record: as for a person to decide, and somewhat below. */
const LEAST = -3;

type Told = Evaluation &
  Readonly<{ records: number; seconds: number; recordsPerSecond: number; peakMiB: number }>;

/** The command that anybody can run, in a process of its own, so that its memory is its own. */
const evaluated = (...words: readonly string[]): Told => {
  const output = execFileSync(process.execPath, [CLI, 'identity', 'evaluate', '--json', ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(output) as Told;
};

/** FEBRL's ids say whose a record is: `rec-<person>-org`, `rec-<person>-dup-<n>`. */
const febrlTruth = (file: string, folder: string): string => {
  const ids = readFileSync(join(DATA, 'rl-febrl', file), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0]?.trim() ?? '')
    .filter((id) => id !== '');
  const path = join(folder, `truth-${file}`);
  writeFileSync(path, ['rec_id,person_id', ...ids.map((id) => `${id},${id.split('-')[1] ?? ''}`)].join('\n'));
  return path;
};

const told = (name: string, value: number, unit: string): Figure => ({
  name,
  value,
  unit,
  target: 'told',
  met: true,
});

/** F1 beside the best that was published on the same set; `published` undefined: there is none. */
const f1Figures = (name: string, result: Told, published?: number): readonly Figure[] => {
  const { bestPairs, bestGroups, automatic } = result;
  const best = Math.max(bestPairs.pairs.f1, bestGroups.groups.f1);
  return [
    told(`${name}: F1 of pairs`, bestPairs.pairs.f1, ''),
    published === undefined
      ? told(`${name}: F1 grouped (nothing published)`, best, '')
      : {
          ...figure(`${name}: F1 grouped (published: Splink 4)`, [best, ''], { atLeast: published }),
          ratio: best / published,
        },
    told(`${name}: precision where automatic`, automatic.precision, ''),
    told(`${name}: recall where automatic`, automatic.recall, ''),
    told(`${name}: records a second`, result.recordsPerSecond, '/s'),
    told(`${name}: peak memory`, result.peakMiB, 'MiB'),
  ];
};

const londonFigures = (): readonly Figure[] => {
  const file = (name: string): string => join(DATA, 'london-people', name);
  const result = evaluated(
    ...[
      '--records',
      file('people.csv'),
      '--truth',
      file('truth.csv'),
      '--do-not-link',
      file('do-not-link.csv'),
    ],
  );
  const { automatic, bestGroups, forbidden } = result;
  return [
    told('london-people: F1 grouped', bestGroups.groups.f1, ''),
    figure('london-people: precision where automatic', [automatic.precision, ''], { atLeast: 0.999 }),
    figure('london-people: recall where automatic', [automatic.recall, ''], { atLeast: 0.8 }),
    told('london-people: pairs for a person to decide', result.review, 'pairs'),
    figure('london-people: forbidden pairs linked', [forbidden.automatic + forbidden.best, 'pairs'], {
      under: 1,
    }),
    figure(`london-people: ${result.records.toLocaleString('en-GB')} records`, [result.seconds, 's'], {
      under: 60,
    }),
    told('london-people: peak memory', result.peakMiB, 'MiB'),
  ];
};

const londonNames = (): string => readFileSync(join(DATA, 'london-people', 'people.csv'), 'utf8');

const incrementalFigures = (): readonly Figure[] => {
  const people = madeChildren(londonNames(), MANY);
  const index = new MatchIndex(people, CHILDREN);
  const times: number[] = [];
  let found = 0;
  for (let n = 0; n < ASKED; n += 1) {
    const known: Person | undefined = people[Math.floor((n * MANY) / ASKED)];
    if (!known) continue;
    const asked = misspelt(known, n);
    const begun = performance.now();
    const likely = index.likely(asked, LEAST);
    times.push(performance.now() - begun);
    if (likely[0]?.id === known.id) found += 1;
  }
  return [
    told('one new record among 1,000,000: p50', percentile(times, 0.5), 'ms'),
    figure('one new record among 1,000,000: p99', [percentile(times, 0.99), 'ms'], { under: 50 }),
    told('one new record among 1,000,000: its other record comes first', found / ASKED, ''),
    told('one new record among 1,000,000: memory', process.memoryUsage().rss / 2 ** 20, 'MiB'),
  ];
};

/** Who is the same child: on sets with published results, on London's children, and one against a million. */
export const identityFigures = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-identity-'));
  const set = (...path: readonly string[]): string => join(DATA, ...path);
  const estimated = (records: string, truth: string): Told =>
    evaluated('--records', records, '--truth', truth, '--estimate');
  try {
    const fake = set('rl-splink', 'fake_1000.csv');
    const historical = set('rl-splink', 'historical_dev_half.csv.gz');
    return [
      ...f1Figures('febrl1', estimated(set('rl-febrl', 'dataset1.csv'), febrlTruth('dataset1.csv', folder))),
      ...f1Figures(
        'febrl3',
        estimated(set('rl-febrl', 'dataset3.csv'), febrlTruth('dataset3.csv', folder)),
        0.9954,
      ),
      ...f1Figures('fake_1000', estimated(fake, fake), 0.91138),
      ...f1Figures('historical half', estimated(historical, historical), 0.59041),
      ...londonFigures(),
      ...incrementalFigures(),
      ...(await digestFigures(londonNames())),
      ...(await followedFigures(madeChildren(londonNames(), FOLLOWED))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
