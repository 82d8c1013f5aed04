import { normalisePostcode } from '@ibex/notifications';
import { canBeAHome } from '../postcodes/place';
import type { EpisodeRow, ReturnRow } from './rows';

const SAMPLED = 500;

/** What has to be known of the return as a whole before its children are looked at one by one. */
export class ReturnSurvey {
  rows = 0;
  /** The first day on which anything ended: what ended earlier belonged to an earlier return. */
  returnFrom: string | undefined;
  /** The last day of which it tells: what ended later, or is ended since, it cannot know. */
  returnTo = '';
  children = 0;
  private readonly sample = new Set<string>();

  see(row: ReturnRow): void {
    this.rows += 1;
    if (row.file === 'header') this.children += 1;
    else this.seeDays(row.start, row.end);
    if (row.file === 'episodes') this.seeEpisode(row);
  }

  /** Some of the placement postcodes, to see whether the loaded table is about these places at all. */
  postcodes(): readonly string[] {
    return [...this.sample];
  }

  private seeDays(start: string, end: string): void {
    if (start > this.returnTo) this.returnTo = start;
    if (end > this.returnTo) this.returnTo = end;
  }

  private seeEpisode({ end, postcode }: EpisodeRow): void {
    if (end !== '' && (this.returnFrom === undefined || end < this.returnFrom)) this.returnFrom = end;
    if (this.sample.size < SAMPLED && canBeAHome(postcode)) this.sample.add(normalisePostcode(postcode));
  }
}
