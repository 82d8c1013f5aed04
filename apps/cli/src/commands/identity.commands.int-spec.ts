import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Command } from 'commander';
import { temporaryFolders } from '@ibex/testing';
import { addIdentity } from './identity.commands';

const folders = temporaryFolders();
const FORENAMES = [
  'Mirembe',
  'Henrietta',
  'Cornelius',
  'Agnieszka',
  'Oluwatoyin',
  'Perpetua',
  'Bartholomew',
  'Kwabena',
];
const SURNAMES = [
  'Nakato',
  'Featherstone',
  'Ravenscroft',
  'Pietrowska',
  'Odukoya',
  'Lomax',
  'Quigley',
  'Asante',
];
const pad = (value: number): string => String(value).padStart(2, '0');

/** Some hundred people, each in two records of other columns than usual; some days are missing in the second. */
const people = Array.from({ length: 200 }, (_, at) => {
  const [given, family] = [FORENAMES[at % 8] ?? '', SURNAMES[Math.floor(at / 8) % 8] ?? ''];
  const born = `20${pad(4 + (at % 12))}-${pad(1 + (at % 11))}-${pad(2 + (at % 26))}`;
  return {
    person: `p-${String(at)}`,
    given,
    family,
    born,
    home: `SW${String(1 + (at % 19))} ${String(at % 9)}AB`,
  };
});
type Row = readonly string[];
const csv = (header: Row, rows: readonly Row[]): string =>
  [header, ...rows].map((row) => row.join(',')).join('\n');
const HEADER = ['rec', 'given', 'family', 'born', 'home'];
const firsts = people.map(({ person, given, family, born, home }): Row => [
  `${person}-a`,
  given,
  family,
  born,
  home,
]);
const seconds = people.map(({ person, given, family, born, home }, at): Row => [
  `${person}-b`,
  given,
  family,
  at % 9 === 0 ? '' : born,
  home,
]);
const truth = people.flatMap(({ person }): Row[] => [
  [`${person}-a`, person],
  [`${person}-b`, person],
]);

let folder: string;
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
beforeEach(() => {
  folder = folders();
});

const MAP = ['--map', 'id=rec,forename=given,surname=family,dob=born,postcode=home'];
const run = async (...words: readonly string[]): Promise<string> => {
  let printed = '';
  const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const program = new Command('ibex').exitOverride().configureOutput({ writeErr: () => undefined });
  addIdentity(program);
  for (const command of program.commands.flatMap((each) => each.commands))
    command.exitOverride().configureOutput({ writeErr: () => undefined });
  try {
    await program.parseAsync(['identity', ...words], { from: 'user' });
    return printed.trimEnd();
  } finally {
    written.mockRestore();
  }
};
type Result = Readonly<{
  records: number;
  truePairs: number;
  thresholds: readonly Readonly<{ pairs: Readonly<{ f1: number }> }>[];
  automatic: Readonly<{ precision: number; recall: number; f1: number }>;
  bestPairs: Readonly<{ pairs: Readonly<{ f1: number }> }>;
  forbidden: Readonly<{ pairs: number; automatic: number; best: number }>;
  recordsPerSecond: number;
  peakMiB: number;
}>;
const asJson = async (...words: readonly string[]): Promise<Result> =>
  JSON.parse(await run('evaluate', ...words, '--json')) as Result;

describe('ibex identity evaluate', () => {
  it('prints precision, recall and F1 by threshold and where automatic, pairs forbidden, speed and memory', async () => {
    const records = file('people.csv', csv(HEADER, [...firsts, ...seconds]));
    const whose = file('truth.csv', csv(['record', 'person'], truth));
    const text = await run('evaluate', '--records', records, '--truth', whose, ...MAP);
    expect(text).toMatch(/^400 records, compared by /);
    expect(text).toMatch(/200 pairs of records are one person/);
    expect(text).toMatch(/threshold\s+precision\s+recall\s+F1/);
    expect(text).toMatch(/linked automatically: precision \d\.\d+, recall \d\.\d+, F1 \d\.\d+/);
    expect(text).toMatch(/forbidden pairs: 0; linked automatically 0/);
    expect(text).toMatch(/\d+ records a second .*peak memory \d+ MiB$/);
  }, 300_000);

  it('gives the same as one object, from a packed file', async () => {
    const records = file('people.csv.gz', gzipSync(csv(HEADER, [...firsts, ...seconds])));
    const whose = file('truth.csv', csv(['record', 'person'], truth));
    const result = await asJson('--records', records, '--truth', whose, ...MAP);
    expect(result).toMatchObject({ records: 400, truePairs: 200 });
    expect(result.bestPairs.pairs.f1).toBeGreaterThan(0.9);
    expect(result.automatic.precision).toBeGreaterThan(0.99);
    expect([result.thresholds.length > 3, result.recordsPerSecond > 0, result.peakMiB > 0]).toEqual([
      true,
      true,
      true,
    ]);
  }, 300_000);

  it('counts pairs of two files alone, and never links whom it must not', async () => {
    const [one, other] = [file('a.csv', csv(HEADER, firsts)), file('b.csv', csv(HEADER, seconds))];
    const whose = file('truth.csv', csv(['record', 'person'], truth));
    const apart = file(
      'apart.csv',
      csv(
        ['a', 'b'],
        [
          ['p-1-a', 'p-1-b'],
          ['p-2-a', 'p-2-b'],
        ],
      ),
    );
    const words = ['--records', one, '--link-to', other, '--truth', whose, ...MAP];
    const linked = await asJson(...words);
    expect(linked.truePairs).toBe(200);
    const kept = await asJson(...words, '--do-not-link', apart);
    expect(kept.forbidden).toEqual({ pairs: 2, automatic: 0, best: 0 });
  }, 300_000);

  it('learns from the records themselves when asked to, without the truth', async () => {
    const records = file('people.csv', csv(HEADER, [...firsts, ...seconds]));
    const whose = file('truth.csv', csv(['record', 'person'], truth));
    const [shipped, learnt] = [
      await asJson('--records', records, '--truth', whose, ...MAP),
      await asJson('--records', records, '--truth', whose, ...MAP, '--estimate'),
    ];
    expect(learnt.bestPairs.pairs.f1).toBeGreaterThan(0.9);
    expect(learnt.thresholds).not.toEqual(shipped.thresholds);
  }, 300_000);

  it('says which column or file is missing', async () => {
    const records = file('people.csv', csv(HEADER, firsts));
    const whose = file('truth.csv', csv(['record', 'person'], truth));
    const words = ['evaluate', '--records', records, '--truth', whose];
    await expect(run(...words, '--map', 'forename=christian')).rejects.toThrow(/christian/);
    await expect(run('evaluate', '--records', records)).rejects.toThrow(/--truth/);
  }, 300_000);
});
