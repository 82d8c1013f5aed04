import type { PostcodeDirectory } from '@ibex/kernel';
import type {
  ExchangeClient,
  ExchangeCommand,
  OwnMissing,
  OwnPlacement,
} from '../exchange/exchange-client.port';
import type { ReturnRow } from './rows';

export type StoredRecord = ReturnRow | OwnPlacement | OwnMissing;

export type ImportProgress = Readonly<{
  step: 'reading' | 'posting';
  /** Rows read, or children dealt with. */
  done: number;
  /** Children in header.csv, known once the return was read. */
  of?: number;
}>;

export type ImportOptions = Readonly<{
  folder: string;
  /** GSS code of the authority whose return it is. */
  authority: string;
  client: ExchangeClient;
  postcodes?: PostcodeDirectory;
  dryRun?: boolean;
  onProgress?: (progress: ImportProgress) => void;
  /** Called in a dry run with every command that would be posted; an id that the exchange would give is absent. */
  onPlanned?: (command: ExchangeCommand) => void;
  /** Bytes of a return that may be held in memory at a time. */
  memoryBytes?: number;
  batchesInFlight?: number;
}>;
