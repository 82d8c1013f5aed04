import { IbexError } from '@ibex/kernel';

/**
 * The whole import cannot go on: a file, a column or the exchange is not there. A bad row is no such fault. Codes:
 * `imports/file-missing`, `two-files-alike`, `column-missing`, `not-csv`, `not-gzip`, `no-postcodes`, `exchange-refused`,
 * `exchange-unreachable`.
 */
export class ImportFault extends IbexError {}
