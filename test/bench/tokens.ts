import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DevelopmentIssuer, loadOrCreateSigningKey } from '@ibex/adapters/jose';
import type { Clock, Role } from '@ibex/kernel';
import { SystemClock } from '@ibex/runtime';

const LONDON = Array.from({ length: 33 }, (_, i) => `E090000${String(i + 1).padStart(2, '0')}`);
export type Tokens = ReadonlyMap<string, string>;

/** One token per London authority for the exchange whose stores stand in `home` and whose clock this is. */
export const tokensIn = async (
  home: string,
  role: Role,
  clock: Clock = new SystemClock(),
  person = 'bench',
): Promise<Tokens> => {
  const keys = join(home, 'keys');
  mkdirSync(keys, { recursive: true });
  const key = await loadOrCreateSigningKey(join(keys, 'development-issuer.jwk'));
  const issuer = new DevelopmentIssuer({ key, clock, production: false });
  const issue = async (authority: string): Promise<readonly [string, string]> => [
    authority,
    await issuer.issue({ authority, person, roles: [role] }, 7_200),
  ];
  return new Map(await Promise.all(LONDON.map(issue)));
};

export const anyToken = (tokens: Tokens): string => tokens.get('E09000007') ?? '';

/** Resolves when every follower of the exchange's log has handled the newest fact that `position` names. */
export const caughtUp = async (url: string, token: string, position: number): Promise<void> => {
  for (;;) {
    const answer = await fetch(`${url}/v1/duties?limit=1&atLeast=${String(position)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await answer.body?.cancel();
    if (answer.status === 200) return;
    if (answer.status !== 504)
      throw new Error(`asked whether the views are up to date, got ${String(answer.status)}`);
  }
};
