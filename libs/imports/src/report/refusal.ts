import type { ReturnFile } from '../ssda903/return-files';

export const REFUSAL_KINDS = [
  'blank child',
  'duplicate row',
  'second row for one child',
  'end before start',
  'not a date',
  'unknown code',
  'unknown postcode',
  'refused by the exchange',
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** A row that does not go in. For the sending authority's own staff: names no child beyond what its own file says. */
export type RowRefusal = Readonly<{
  /** Name of the file without its folder. */
  file: string;
  kindOfFile: ReturnFile;
  /** Line of the file; the header row is line 1. */
  row: number;
  /** Empty where the row as a whole is at fault. */
  column: string;
  value: string;
  kind: RefusalKind;
  /** `imports/…`, or the code that the exchange refused with. */
  rule: string;
  /** Number of the DfE validation rule of the return, where there is one. */
  dfeRule?: string;
  mend: string;
}>;

/** Something that people should know about a row or a child although it goes in. */
export type Notice = Readonly<{
  file: string;
  row: number;
  kind:
    | 'host unknown'
    | 'code of another year'
    | 'episodes overlap'
    | 'not placed that day'
    | 'no identity'
    | 'gone from the return'
    | 'restricted';
  text: string;
}>;
