import { existsSync, readFileSync } from 'node:fs';
import { EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '@ibex/kernel';
import type { Credentials, EventStoreDbOptions } from './options';

/** The parameters that the client knows; it prints a string with others in full, so they are refused before. */
const KNOWN = new Set(
  [
    'connectionName defaultDeadline discoveryInterval gossipTimeout keepAliveInterval keepAliveTimeout',
    'maxDiscoverAttempts nodePreference throwOnAppendFailure tls tlsCAFile userCertFile userKeyFile',
  ].flatMap((line) => line.toLowerCase().split(' ')),
);

const refuse = (what: string, cause?: unknown): never => {
  throw new StoreUnavailable('store/failed', what, cause === undefined ? {} : { cause });
};

const refuseUnknown = (connectionString: string): void => {
  const [, query = ''] = connectionString.split('?', 2);
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const name = (pair.split('=')[0] ?? '').toLowerCase().replace(/[_-]/g, '');
    if (!KNOWN.has(name))
      refuse(`the event store's connection string has a parameter that the client does not know: ${name}`);
  }
};

const refuseMissing = (setting: string, file: string | undefined): void => {
  if (file !== undefined && !existsSync(file))
    refuse(`${setting} names ${file}, which is not there: put the file there or correct the setting`);
};

/** Settings as parameters of the connection string; what the settings say comes last and so wins. */
const parametersOf = (options: EventStoreDbOptions): readonly string[] =>
  (
    [
      ['tlsCAFile', options.tlsCaFile],
      ['userCertFile', options.userCertFile],
      ['userKeyFile', options.userKeyFile],
      ['keepAliveInterval', options.keepAliveIntervalMs],
      ['keepAliveTimeout', options.keepAliveTimeoutMs],
    ] as const
  ).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`]));

const fullString = (options: EventStoreDbOptions): string => {
  const given = options.connectionString.trim().replace(/\/+$/, '');
  const parameters = parametersOf(options);
  if (parameters.length === 0) return given;
  return `${given}${given.includes('?') ? '&' : '?'}${parameters.join('&')}`;
};

/** Name and password of the file; undefined when no file is named. Throws StoreUnavailable. */
export const readCredentials = (file: string | undefined): Credentials | undefined => {
  if (file === undefined) return undefined;
  refuseMissing('credentialsFile', file);
  const line = readFileSync(file, 'utf8').trim();
  const colon = line.indexOf(':');
  if (colon < 1 || line.includes('\n')) refuse(`${file} (credentialsFile) must hold one line, name:password`);
  return { username: line.slice(0, colon), password: line.slice(colon + 1) };
};

/** A client that has not connected yet; it does so with its first call. Throws StoreUnavailable for bad settings. */
export const connect = (options: EventStoreDbOptions): EventStoreDBClient => {
  refuseUnknown(options.connectionString);
  refuseMissing('tlsCaFile', options.tlsCaFile);
  refuseMissing('userCertFile', options.userCertFile);
  refuseMissing('userKeyFile', options.userKeyFile);
  if ((options.userCertFile === undefined) !== (options.userKeyFile === undefined))
    refuse('userCertFile and userKeyFile go together: name both or neither');
  try {
    return EventStoreDBClient.connectionString(fullString(options));
  } catch {
    // The client's own words quote the string, and a password may stand in it.
    return refuse(
      "the event store's connection string cannot be read: it begins with esdb:// or esdb+discover://",
    );
  }
};
