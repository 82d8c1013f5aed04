import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DevelopmentIssuer, loadOrCreateSigningKey } from '@ibex/adapters/jose';
import type { Role } from '@ibex/kernel';
import { SystemClock } from '@ibex/runtime';

export type IssueToken = (authority: string, ...roles: readonly Role[]) => Promise<string>;

/** Tokens of the development issuer whose key stands in the exchange's home folder. One per authority and roles. */
export const tokensOf = (home: string): IssueToken => {
  const folder = join(home, 'keys');
  mkdirSync(folder, { recursive: true });
  const issued = new Map<string, Promise<string>>();
  const issuer = loadOrCreateSigningKey(join(folder, 'development-issuer.jwk')).then(
    (key) => new DevelopmentIssuer({ key, clock: new SystemClock(), production: false }),
  );
  return (authority, ...roles) => {
    const name = [authority, ...roles].join(' ');
    const known = issued.get(name);
    if (known) return known;
    const token = issuer.then((made) => made.issue({ authority, person: 'tester', roles }));
    issued.set(name, token);
    return token;
  };
};
