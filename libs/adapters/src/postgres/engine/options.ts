import type { ReaderContext } from '@ibex/kernel';

export type ConnectionOptions = Readonly<{
  /** postgres://user:password@host:port/database. The user owns the layout; it needs not be a superuser. */
  url: string;
  /** The setting that the URL comes from, named in messages. */
  setting?: string;
  /** Most connections for writing, and as many again for reading; one more listens. */
  poolSize?: number;
  /** The role under which readers' questions run, made when it is not there. */
  readerRole?: string;
  /** On whose behalf a call runs; left out: the service itself, so that the second wall is down. */
  reader?: ReaderContext;
  /** A statement that takes longer is given up. */
  statementTimeoutMs?: number;
  connectTimeoutMs?: number;
}>;

export type Settled = Required<ConnectionOptions>;

const USUAL: Omit<Settled, 'url'> = {
  setting: 'IBEX_POSTGRES',
  poolSize: 10,
  readerRole: 'ibex_reader',
  reader: { current: () => ({ kind: 'system' }) },
  statementTimeoutMs: 15_000,
  connectTimeoutMs: 5_000,
};

export const settled = (options: ConnectionOptions): Settled => ({ ...USUAL, ...options });
