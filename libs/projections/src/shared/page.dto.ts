import { ApiProperty } from '@nestjs/swagger';
import { Count, Text } from '@ibex/runtime';
import { Type } from 'class-transformer';
import { ViewAnswer } from './view-answer.dto';

export const MOST_PER_PAGE = 500;
export const USUAL_PER_PAGE = 100;

/** What every list takes. `atLeast` is acted on before the route is reached. */
export class PageQuery {
  @Text({ max: 400, optional: true, description: 'Where the next page begins: `next` of the page before.' })
  readonly cursor?: string;

  @Type(() => Number)
  @Count({ min: 1, max: MOST_PER_PAGE, optional: true, description: 'Rows per page; 100 unless told.' })
  readonly limit?: number;

  @Type(() => Number)
  @Count({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    description:
      'Waits until the view has read the log up to this position, so that you can read your own write.',
  })
  readonly atLeast?: number;
}

export class PageAnswer extends ViewAnswer {
  @ApiProperty({ description: 'Cursor of the next page; absent on the last one.', required: false })
  readonly next?: string;
}
