import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevelopmentIssuer, loadOrCreateSigningKey } from '@ibex/adapters/jose';
import type { Role } from '@ibex/kernel';
import { SystemClock } from '@ibex/runtime';

/** `person` as the token names them; left out: `tester`. */
export type TokenFor = (authority: string, role: Role, person?: string) => Promise<string>;

/** Read as the processes of a split share a home: the keys stand there before the first of them starts. */
export type SharedHome = Readonly<{
  folder: string;
  logs: string;
  tokenFor: TokenFor;
  /** A file with a secret, for settings that name one. */
  secret(name: string, value: string): string;
  remove(): void;
}>;

const MASTER_KEY_BYTES = 32;

/** Tokens live for a while only: one is asked for again before it could be too old. */
const TOKEN_KEPT_MS = 120_000;

const tokensFrom = (issuer: DevelopmentIssuer): TokenFor => {
  const issued = new Map<string, Readonly<{ token: Promise<string>; atMs: number }>>();
  return (authority, role, person = 'tester') => {
    const name = [authority, role, person].join(' ');
    const known = issued.get(name);
    if (known && performance.now() - known.atMs < TOKEN_KEPT_MS) return known.token;
    const token = issuer.issue({ authority, person, roles: [role] });
    issued.set(name, { token, atMs: performance.now() });
    return token;
  };
};

/** A temporary folder with the keys that every process reads; gone with `remove`, or when this process ends in order. */
export const makeSharedHome = async (): Promise<SharedHome> => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-split-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  const keys = join(folder, 'keys');
  const logs = join(folder, 'logs');
  for (const made of [keys, logs]) mkdirSync(made, { mode: 0o700 });
  const write = (path: string, value: string): string => {
    writeFileSync(path, value, { mode: 0o600 });
    return path;
  };
  write(join(keys, 'master.key'), randomBytes(MASTER_KEY_BYTES).toString('base64'));
  await loadOrCreateSigningKey(join(keys, 'receipts.jwk'));
  const key = await loadOrCreateSigningKey(join(keys, 'development-issuer.jwk'));
  const issuer = new DevelopmentIssuer({ key, clock: new SystemClock(), production: false });
  return {
    folder,
    logs,
    tokenFor: tokensFrom(issuer),
    secret: (name, value) => write(join(keys, name), value),
    remove: () => {
      process.off('exit', remove);
      remove();
    },
  };
};
