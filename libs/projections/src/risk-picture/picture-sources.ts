import { Injectable } from '@nestjs/common';
import { AreaCounts } from './area-counts';
import { PictureBirths } from './picture-births';
import { PictureRecords } from './picture-records';
import { PictureRows } from './picture-rows';

/** Where a picture comes from. */
@Injectable()
export class PictureSources {
  constructor(
    readonly records: PictureRecords,
    readonly births: PictureBirths,
    readonly rows: PictureRows,
    readonly areas: AreaCounts,
  ) {}
}
