import { ApiProperty } from '@nestjs/swagger';
import { CompletenessShown } from './postings/completeness.dto';

/** Up to where in the log a view knows. */
export class ViewState {
  @ApiProperty({ description: 'Position in the log up to which this view had read every fact.' })
  readonly position!: number;

  @ApiProperty({
    description: 'False while facts recorded before this answer are still on their way into the view.',
  })
  readonly upToDate!: boolean;
}

/** What every answer of a view says about itself: up to where it knows what was posted, and whether all of it is. */
export class ViewAnswer extends ViewState {
  @ApiProperty({
    type: CompletenessShown,
    description: 'How those post whose postings the answer depends on: who has fallen silent is named first.',
  })
  readonly completeness!: CompletenessShown;
}
