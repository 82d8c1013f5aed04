import { ApiProperty } from '@nestjs/swagger';

/** What every answer of a view says about itself: up to where in the log it knows. */
export class ViewAnswer {
  @ApiProperty({ description: 'Position in the log up to which this view had read every fact.' })
  readonly position!: number;

  @ApiProperty({
    description: 'False while facts recorded before this answer are still on their way into the view.',
  })
  readonly upToDate!: boolean;
}
