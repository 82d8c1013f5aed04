import { ApiProperty } from '@nestjs/swagger';
import { RHYTHMS } from './rhythm.rule';

export const FEED_STATES = ['as-usual', 'silent', 'too-few-to-say', 'never-posted'] as const;
export type FeedState = (typeof FEED_STATES)[number];

/** How one authority's postings of one type stand, as everybody may know it. */
export class FeedShown {
  @ApiProperty({ description: 'ONS nine-character code.', example: 'E10000016' })
  readonly authority!: string;

  @ApiProperty({ example: 'Kent' })
  readonly authorityName!: string;

  @ApiProperty({ description: 'Notification type.', example: 'placement' })
  readonly notification!: string;

  @ApiProperty({
    description: 'In words.',
    example:
      'Kent last posted placements 9 days ago, usually daily: silent since 2026-03-05, so some may be missing',
  })
  readonly says!: string;

  @ApiProperty({
    enum: FEED_STATES,
    description: 'silent: even a posting today would come later than its own rhythm allows.',
  })
  readonly state!: FeedState;

  @ApiProperty({ required: false, format: 'date', description: 'London date of the last posting.' })
  readonly lastPostedOn?: string;

  @ApiProperty({
    required: false,
    enum: RHYTHMS,
    description: 'How often it posts, by its own posting days of the last 90 days. Absent: too few to say.',
  })
  readonly usually?: string;

  @ApiProperty({ required: false, format: 'date', description: 'First day on which it was overdue.' })
  readonly silentSince?: string;
}

/** Feeds on which the answer depends as well, by state. */
export class FeedsCounted {
  @ApiProperty()
  readonly asUsual!: number;

  @ApiProperty()
  readonly silent!: number;

  @ApiProperty()
  readonly tooFewToSay!: number;

  @ApiProperty({ description: 'Members that never posted anything of the type.' })
  readonly neverPosted!: number;
}

/** What an answer cannot know: it holds what was posted, and somebody may have stopped posting. */
export class CompletenessShown {
  @ApiProperty({
    type: [FeedShown],
    description:
      'Feeds that the answer depends on: the silent ones first, then those of its own lines; ten at most.',
  })
  readonly feeds!: readonly FeedShown[];

  @ApiProperty({ type: FeedsCounted, description: 'Those that it depends on and does not name.' })
  readonly others!: FeedsCounted;

  @ApiProperty({ description: 'Where all of them stand.', example: '/v1/status/authorities' })
  readonly link!: string;
}
