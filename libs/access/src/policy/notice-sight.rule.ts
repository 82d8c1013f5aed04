import type { Reader, Sight } from '@ibex/kernel';
import { knowsNoChild } from './need-to-know.rule';

/**
 * Facts about one notice and one reader. `owner`: of the record that it is about; undefined where there is no notice.
 * `told`: whether the reader’s authority was told of this very notice, by law or by an agreement still in force. `granted`:
 * this reader holds a grant on the record that is open now.
 */
export type NoticeQuestion = Readonly<{
  reader: Pick<Reader, 'authority' | 'roles'>;
  owner: string | undefined;
  told: boolean;
  granted: boolean;
  /** Its record is restricted, or erased. */
  closed: boolean;
}>;

/** What was told cannot be untold: an authority that is told no more goes on seeing what it was told of a notice. Pure. */
export const sightOfNotice = ({ reader, owner, told, granted, closed }: NoticeQuestion): Sight => {
  if (owner === undefined || knowsNoChild(reader)) return 'none';
  if (owner === reader.authority) return 'owner';
  if (closed) return 'none';
  if (granted) return 'grant';
  return told ? 'addressee' : 'none';
};
