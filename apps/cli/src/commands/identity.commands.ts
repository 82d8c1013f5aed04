import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { CHILDREN, evaluateTables } from '@ibex/identity';
import type { Model } from '@ibex/identity';
import { readCsvFile } from '@ibex/imports';
import { say } from '../output';
import { evaluationAsJson, evaluationAsText, modelAsJson } from './identity.text';

type EvaluateOptions = Readonly<{
  records: string;
  truth: string;
  map?: string;
  linkTo?: string;
  doNotLink?: string;
  estimate?: boolean;
  json?: boolean;
}>;
type EstimateOptions = Readonly<{ records: string; map?: string; out?: string }>;

const MIB = 1_024;
const peakMiB = (): number => Math.round(process.resourceUsage().maxRSS / MIB);
const tableAt = async (path: string | undefined) => (path === undefined ? undefined : readCsvFile(path));

const evaluated = async (options: EvaluateOptions): Promise<void> => {
  const [records, truth] = [await readCsvFile(options.records), await readCsvFile(options.truth)];
  const [linkTo, doNotLink] = [await tableAt(options.linkTo), await tableAt(options.doNotLink)];
  const result = evaluateTables(
    {
      ...{ records, truth },
      ...(linkTo ? { linkTo } : {}),
      ...(doNotLink ? { doNotLink } : {}),
      ...(options.map === undefined ? {} : { map: options.map }),
      ...(options.estimate === true ? {} : { model: CHILDREN }),
    },
    () => performance.now(),
  );
  say(options.json === true ? evaluationAsJson(result, peakMiB()) : evaluationAsText(result, peakMiB()));
};

const estimated = async ({ records: path, map, out }: EstimateOptions): Promise<void> => {
  const records = await readCsvFile(path);
  const nobody = { header: ['record', 'person'], records: [] };
  const named = map === undefined ? {} : { map };
  const model: Model = evaluateTables({ records, truth: nobody, ...named }, () => performance.now()).model;
  if (out === undefined) say(modelAsJson(model));
  else writeFileSync(out, `${modelAsJson(model)}\n`);
};

const MAP =
  'which column is what, e.g. forename=given_name,address=street_number+address_1; else usual names';

/** Works on files alone: needs no exchange and keeps nothing. */
export const addIdentity = (program: Command): void => {
  const identity = program.command('identity').description('which records are the same child');
  identity
    .command('evaluate')
    .description('run the matcher on a CSV and hold its answers against the truth')
    .requiredOption('--records <file>', 'people, one a row, plain or gzipped')
    .requiredOption('--truth <file>', 'id of each record and of its person, or pairs of ids that are one')
    .option('--map <pairs>', MAP)
    .option('--link-to <file>', 'only pairs with one record of each file count')
    .option('--do-not-link <file>', 'pairs of ids, of records or of people, that are never linked')
    .option(
      '--estimate',
      'learn from these records, without the truth, instead of what was learnt of children',
    )
    .option('--json', 'print one object')
    .action(evaluated);
  identity
    .command('estimate')
    .description('learn how records of one person agree, from records without any labels')
    .requiredOption('--records <file>', 'people, one a row: a thousand at least')
    .option('--map <pairs>', MAP)
    .option('--out <file>', 'where to write what was learnt, as JSON; else it is printed')
    .action(estimated);
};
