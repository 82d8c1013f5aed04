import { AreaCounts } from './area-counts';
import { PictureBirths } from './picture-births';
import { PictureFeeds } from './picture-feeds';
import { PictureRecords } from './picture-records';
import { PictureRows } from './picture-rows';
import { PictureSources } from './picture-sources';
import { Pictures } from './pictures';

/** What the question is made of. */
export const pictureParts = [
  AreaCounts,
  PictureBirths,
  PictureFeeds,
  PictureRecords,
  PictureRows,
  PictureSources,
  Pictures,
];
