import { InvalidArgumentError, Option } from 'commander';
import { knownAuthorities } from '@ibex/boroughs';
import type { Command } from 'commander';
import { readCliConfig } from '../config';
import { openSession } from '../exchange/session';
import type { Session } from '../exchange/session';
import { FORMATS } from '../output';
import type { Format } from '../output';

export type SharedOptions = Readonly<{ home?: string; url?: string; token?: string }>;

/** `--home`, or `--url` and `--token`: every command that speaks to an exchange takes them. */
export const withExchange = (command: Command): Command =>
  command
    .option('--home <folder>', 'folder of the embedded stores (default: IBEX_HOME or ./var)')
    .option('--url <url>', 'a running exchange instead of the embedded stores (default: IBEX_URL)')
    .option('--token <token>', 'access token for --url (default: IBEX_TOKEN)');

export const withFormat = (command: Command): Command =>
  command.addOption(
    new Option('--format <format>', 'how to print').choices(FORMATS).default('table' satisfies Format),
  );

/** Opens the exchange, does the work, and always closes what it opened. */
export const inSession = async (
  options: SharedOptions,
  work: (session: Session) => Promise<void>,
): Promise<void> => {
  const session = await openSession(readCliConfig(options));
  try {
    await work(session);
  } finally {
    await session.close();
  }
};

/** An authority by its ONS code, or by its name: `E09000008` or `Croydon`. Throws commander's error that says so. */
export const toAuthorityCode = (given: string): string => {
  const wanted = given.trim().toLowerCase();
  const found = knownAuthorities()
    .all()
    .find(({ gss, name }) => gss.toLowerCase() === wanted || name.toLowerCase() === wanted);
  if (found) return found.gss;
  throw new InvalidArgumentError('Give an ONS code such as E09000008, or the name of an English authority.');
};
