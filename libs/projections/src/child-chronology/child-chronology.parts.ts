import { SilenceThen } from '../shared/postings/silence-then';
import { AskedMoments } from './asked-moment';
import { ChronologyContent } from './child-chronology.content';
import { ChronologyShowing } from './child-chronology.showing';
import { ChronologyGaps } from './chronology-gaps';
import { ChronologyHistory } from './chronology-history';
import { ChronologyPages } from './chronology-page';
import { ChronologyRows } from './chronology-rows';
import { ChronologyStories } from './chronology-story';
import { KnownThen } from './known-then';
import { RecordsShown } from './record-shown';
import { SeenRecords } from './seen-records';

/** What the question is made of. */
export const chronologyParts = [
  AskedMoments,
  ChronologyContent,
  ChronologyGaps,
  ChronologyHistory,
  ChronologyPages,
  ChronologyRows,
  ChronologyShowing,
  ChronologyStories,
  KnownThen,
  RecordsShown,
  SeenRecords,
  SilenceThen,
];
