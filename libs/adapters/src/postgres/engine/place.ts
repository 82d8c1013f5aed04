import { StoreUnavailable } from '@ibex/kernel';

/** Everything of IBEX is in a schema of its own, so that a shared database stays tidy. */
export const SCHEMA = 'ibex';

/** What messages call the database: its setting, host, port and name, never its user or password. */
export type Place = Readonly<{ setting: string; name: string }>;

const parsed = (url: string, setting: string): URL => {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return new URL(url);
  const mend = 'is no URL of the form postgres://user:password@host:port/database';
  throw new StoreUnavailable('store/unreachable', `${setting} ${mend}`);
};

/** Throws StoreUnavailable for what is no URL; what was given is not repeated, because it may hold a password. */
export const placeOf = (url: string, setting: string): Place => {
  const { hostname, port, pathname, searchParams } = parsed(url, setting);
  const host = searchParams.get('host') ?? (hostname || 'localhost');
  return { setting, name: `${host}:${port || '5432'}${pathname}` };
};

/** The URL with server settings for the session, after those that it brings itself. */
export const withSessionSettings = (url: string, settings: Readonly<Record<string, string>>): string => {
  const changed = new URL(url);
  const own = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const given = changed.searchParams.get('options') ?? '';
  changed.searchParams.set('options', [given, ...own].join(' ').trim());
  return changed.href;
};
