import { normalisePostcode } from '@ibex/notifications';
import { canBeAHome } from '../postcodes/place';
import type { ReturnRow } from './rows';

const SAMPLED = 500;

/** What has to be known of the return as a whole before its children are looked at one by one. */
export class ReturnSurvey {
  rows = 0;
  /** The first day on which anything ended: what ended earlier belonged to an earlier return. */
  returnFrom: string | undefined;
  private readonly sample = new Set<string>();

  see(row: ReturnRow): void {
    this.rows += 1;
    if (row.file !== 'episodes') return;
    if (row.end !== '' && (this.returnFrom === undefined || row.end < this.returnFrom))
      this.returnFrom = row.end;
    if (this.sample.size < SAMPLED && canBeAHome(row.postcode))
      this.sample.add(normalisePostcode(row.postcode));
  }

  /** Some of the placement postcodes, to see whether the loaded table is about these places at all. */
  postcodes(): readonly string[] {
    return [...this.sample];
  }
}
