import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresStores } from '@ibex/adapters/postgres';
import { SqliteEventStore, SqliteStores } from '@ibex/adapters/sqlite';
import type { KeyVault } from '@ibex/kernel';
import { KeyedPseudonyms, RecordSealer } from '@ibex/proof';
import { ServerSettings, SystemClock, parseConfig, toServerConfig } from '@ibex/runtime';
import type { ServerConfig } from '@ibex/runtime';
import { fillWithChildren, recordRefOf } from './filled-log';

/** A folder whose log holds so many children, before any process has started on it. */
export type Home = Readonly<{
  folder: string;
  config: ServerConfig;
  facts: number;
  children: number;
  /** Whether it stays for another run. */
  isKept: boolean;
  /** The URL of the database that keeps everything but the log; absent: the folder does. */
  postgres?: string;
  recordRefOf(n: number): string;
  remove(): void;
}>;

const USUAL_PORT = 8033;
/** `settings`: more of them, by name. */
export const configOf = (
  folder: string,
  settings: Readonly<Record<string, string | undefined>> = {},
): ServerConfig =>
  toServerConfig(parseConfig(ServerSettings, { ...settings, IBEX_HOME: folder }), USUAL_PORT);

type Keys = Readonly<{ keyVault: KeyVault; close(): Promise<void> }>;
const keysOf = (config: ServerConfig, postgres: string | undefined): Promise<Keys> =>
  postgres === undefined
    ? SqliteStores.open({ folder: config.home, masterKey: config.masterKey })
    : PostgresStores.open({ url: postgres, masterKey: config.masterKey });

/** The log of the embedded stores is open once: with them, or by itself where the keys are elsewhere. */
const fill = async (
  config: ServerConfig,
  children: number,
  postgres: string | undefined,
): Promise<number> => {
  const keys = await keysOf(config, postgres);
  const store =
    keys instanceof SqliteStores
      ? keys.eventStore
      : await SqliteEventStore.open(join(config.home, 'log.sqlite'));
  const pseudonyms = new KeyedPseudonyms(config.pseudonymKey);
  try {
    const ports = { store, sealer: new RecordSealer(keys.keyVault), pseudonyms };
    return await fillWithChildren(ports, children, new SystemClock().now());
  } finally {
    if (!(keys instanceof SqliteStores)) await store.close();
    await keys.close();
  }
};

const KEPT = 'bench.json';
const factsKeptIn = (folder: string): number | undefined => {
  const file = join(folder, KEPT);
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Readonly<{ facts: number }>).facts
    : undefined;
};

/** Where a filled home is kept from one run to the next, by `--home=FOLDER`; undefined where it goes with the run. */
export const keptHome = (words: readonly string[]): string | undefined =>
  words.find((word) => word.startsWith('--home='))?.slice('--home='.length);

/** `postgres`: as of Home. `kept`: a folder that stays, as it was left by the last run, and is filled where it is empty. */
export const homeWith = async (
  children: number,
  { postgres, kept }: Readonly<{ postgres?: string | undefined; kept?: string | undefined }> = {},
): Promise<Home> => {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'ibex-bench-'));
  mkdirSync(folder, { recursive: true });
  const config = configOf(folder);
  const pseudonyms = new KeyedPseudonyms(config.pseudonymKey);
  const facts = factsKeptIn(folder) ?? (await fill(config, children, postgres));
  if (kept !== undefined) writeFileSync(join(folder, KEPT), JSON.stringify({ facts }));
  return {
    ...{ folder, config, children, facts, isKept: kept !== undefined },
    ...(postgres === undefined ? {} : { postgres }),
    recordRefOf: (n) => recordRefOf(pseudonyms, n),
    remove: () => {
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};
