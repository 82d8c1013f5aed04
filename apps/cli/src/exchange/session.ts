import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DevelopmentIssuer, loadOrCreateSigningKey } from '@ibex/adapters/jose';
import type { Role } from '@ibex/kernel';
import { SystemClock } from '@ibex/runtime';
import type { CliConfig } from '../config';
import { apiAt } from './api';
import type { Api } from './api';
import { oneDoor } from './doors';
import type { Doors } from './doors';
import { startExchange } from './exchange-process';

/** An exchange to speak to: a running one with the caller's token, or one of our own on the embedded stores. */
export type Session = Readonly<{
  /** Where questions are answered. */
  url: string;
  doors: Doors;
  /** With --url always the caller's token; on embedded stores one of the development issuer. */
  tokenFor(authority: string, role: Role): Promise<string>;
  apiFor(authority: string, role: Role): Promise<Api>;
  close(): Promise<void>;
}>;

/** Throws IbexError `jose/development-only` in production, where tokens come from the authorities' own issuers. */
export const developmentToken = async (
  config: CliConfig,
  reader: Readonly<{ authority: string; person: string; role: Role }>,
): Promise<string> => {
  const keys = join(config.home, 'keys');
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const key = await loadOrCreateSigningKey(join(keys, 'development-issuer.jwk'));
  const production = config.environment['NODE_ENV'] === 'production';
  const issuer = new DevelopmentIssuer({ key, clock: new SystemClock(), production });
  return issuer.issue({ authority: reader.authority, person: reader.person, roles: [reader.role] });
};

/** A session with an exchange that is there. */
export const sessionAt = (doors: Doors, tokenFor: Session['tokenFor'], close: Session['close']): Session => ({
  url: doors.questions,
  doors,
  tokenFor,
  apiFor: async (authority, role) => apiAt(doors, await tokenFor(authority, role)),
  close,
});

/** `port` only matters for an exchange of our own: 0 takes any free one. */
export const openSession = async (config: CliConfig, port = 0): Promise<Session> => {
  const { url, token } = config;
  if (url !== undefined) {
    if (token === undefined) throw new Error('--url needs a token: give --token or set IBEX_TOKEN');
    return sessionAt(
      oneDoor(url),
      () => Promise.resolve(token),
      () => Promise.resolve(),
    );
  }
  const person = 'command-line';
  const tokenFor: Session['tokenFor'] = (authority, role) =>
    developmentToken(config, { authority, person, role });
  const exchange = await startExchange(config.home, port, config.environment);
  return sessionAt(oneDoor(exchange.url), tokenFor, exchange.stop);
};
