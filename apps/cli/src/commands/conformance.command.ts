import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { SCENARIOS, newSecretSet, playConformance, reportText } from '@ibex/conformance';
import type { Report } from '@ibex/conformance';
import { say } from '../output';
import { conformanceOf, withPlay } from './conformance.options';
import type { PlayOptions } from './conformance.options';

/** What it ends with, so that a pipeline can tell: 2 where nothing failed, and not all that has to be was judged. */
const EXIT: Readonly<Record<Report['verdict'], number>> = { passed: 0, failed: 1, incomplete: 2 };

const played = async (options: PlayOptions): Promise<void> => {
  const isWatched = process.stderr.isTTY;
  const onPlayed = (name: string): void => {
    if (isWatched) process.stderr.write(`played ${name}\n`);
  };
  const report = await playConformance({ ...conformanceOf(options), onPlayed });
  say(options.json === true ? JSON.stringify(report, undefined, 2) : reportText(report));
  process.exitCode = EXIT[report.verdict];
};

const addSecrets = (conformance: Command): void => {
  conformance
    .command('secrets')
    .argument('<file>', 'a new file for --secrets-file, readable by you alone')
    .description('make signing secrets for a trial, and say what the receiver has to hold')
    .action((path: string) => {
      const { file, forReceiver } = newSecretSet();
      writeFileSync(path, file, { mode: 0o600, flag: 'wx' });
      say(`written ${path}; have the receiver accept all of these while it is tried:`);
      for (const key of forReceiver) say(`  ${key}`);
    });
};

const addList = (conformance: Command): void => {
  conformance
    .command('list')
    .description('what is played, what is expected, and on whose word')
    .action(() => {
      for (const { name, on, played: what, expected, why } of SCENARIOS)
        say(
          `${name}${on === 'any' ? '' : ` (${on})`}\n  played: ${what}\n  expected: ${expected}\n  source: ${why}`,
        );
    });
};

export const addConformance = (program: Command): void => {
  const conformance = withPlay(program.command('conformance'))
    .description('try a borough’s receiver: what it has to live with, and a dated report of how it did')
    .action((options: PlayOptions) => played(options));
  addSecrets(conformance);
  addList(conformance);
};
