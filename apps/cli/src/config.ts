import { resolve } from 'node:path';

export type CliConfig = Readonly<{
  /** Folder of the embedded stores. */
  home: string;
  /** A running exchange to speak to instead of the embedded stores, and the token to show it. */
  url: string | undefined;
  token: string | undefined;
  /** What a child process is given. */
  environment: Readonly<Record<string, string | undefined>>;
}>;

/** Reads IBEX_HOME (default ./var), IBEX_URL and IBEX_TOKEN once; options on the command line win over them. */
export const readCliConfig = (
  options: Readonly<{ home?: string; url?: string; token?: string }>,
): CliConfig => ({
  home: resolve(options.home ?? process.env['IBEX_HOME'] ?? 'var'),
  url: options.url ?? process.env['IBEX_URL'],
  token: options.token ?? process.env['IBEX_TOKEN'],
  environment: process.env,
});

/** Reads IBEX_TEST_EVENTSTOREDB: a real event store for the demo on engines and for the suites. */
export const readEngines = (): Readonly<{ eventStore: string | undefined }> => ({
  eventStore: process.env['IBEX_TEST_EVENTSTOREDB'] || undefined,
});
