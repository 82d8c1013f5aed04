import { Count, Text } from '@ibex/runtime';
import { ApiProperty } from '@nestjs/swagger';
import { ViewAnswer } from './view-answer.dto';

export const MOST_PER_PAGE = 500;
export const USUAL_PER_PAGE = 100;

/** What every list takes, beside `atLeast`. */
export class PageQuery {
  @Text({ max: 400, optional: true, description: 'Where the next page begins: `next` of the page before.' })
  readonly cursor?: string;

  @Count({ min: 1, max: MOST_PER_PAGE, optional: true, description: 'Rows per page; 100 unless told.' })
  readonly limit?: number;
}

export class PageAnswer extends ViewAnswer {
  @ApiProperty({ description: 'Cursor of the next page; absent on the last one.', required: false })
  readonly next?: string;
}
