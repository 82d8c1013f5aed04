import { CHANNEL_KINDS } from '@ibex/kernel';
import { Flag } from '@ibex/runtime';
import { ApiProperty } from '@nestjs/swagger';
import { FeedShown } from '../shared/postings/completeness.dto';
import { ViewState } from '../shared/view-answer.dto';

export class StatusFilter {
  @Flag({ optional: true, description: 'Only authorities of which some feed has fallen silent.' })
  readonly silent?: boolean;
}

/** On how many London days something was posted. Days, not notices: notices would tell how many children there are. */
export class DaysPosted {
  @ApiProperty({ description: 'Of the last 7 days, today among them.' })
  readonly of7!: number;

  @ApiProperty()
  readonly of30!: number;

  @ApiProperty()
  readonly of90!: number;
}

export class FeedStatus extends FeedShown {
  @ApiProperty({ required: false, format: 'date-time', description: 'UTC. Your own feeds alone.' })
  readonly lastPostedAt?: string;

  @ApiProperty({
    required: false,
    description: 'When the last posting says that it happened: instant or London date. Your own feeds alone.',
  })
  readonly lastOccurredAt?: string;

  @ApiProperty({ type: DaysPosted, required: false, description: 'Your own feeds, or for the operator.' })
  readonly daysPosted?: DaysPosted;

  @ApiProperty({
    required: false,
    format: 'date-time',
    description: 'When the present silence was put on record, UTC. Your own feeds, or for the operator.',
  })
  readonly silenceRecordedAt?: string;
}

export class ChannelStatus {
  @ApiProperty({ enum: CHANNEL_KINDS })
  readonly channel!: string;

  @ApiProperty({ description: 'How many of your subscriptions are live on it.' })
  readonly subscriptions!: number;

  @ApiProperty({
    required: false,
    format: 'date-time',
    description: 'When it last brought something first, before any other channel did, UTC.',
  })
  readonly lastDeliveredAt?: string;

  @ApiProperty({
    required: false,
    format: 'date-time',
    description: 'When your systems last came to fetch, as far as the process that answers has seen, UTC.',
  })
  readonly lastSeenAt?: string;
}

export class AuthorityStatus {
  @ApiProperty({ description: 'ONS nine-character code.', example: 'E10000016' })
  readonly authority!: string;

  @ApiProperty({ example: 'Kent' })
  readonly authorityName!: string;

  @ApiProperty({ description: 'False: told by other means, see /v1/tasks.' })
  readonly member!: boolean;

  @ApiProperty({ type: [FeedStatus], description: 'One for each notification type.' })
  readonly feeds!: readonly FeedStatus[];

  @ApiProperty({ description: 'Whether any of its subscriptions is live.' })
  readonly hasLiveSubscriptions!: boolean;

  @ApiProperty({
    type: [ChannelStatus],
    required: false,
    description: 'Your own channels, or for the operator: nothing secret, no names and no targets.',
  })
  readonly channels?: readonly ChannelStatus[];
}

export class AuthoritiesStatusAnswer extends ViewState {
  @ApiProperty({ format: 'date', description: 'London date of the answer.' })
  readonly on!: string;

  @ApiProperty({
    type: [AuthorityStatus],
    description: 'Members, and whoever has posted; where a feed is silent first, then by name.',
  })
  readonly items!: readonly AuthorityStatus[];
}
