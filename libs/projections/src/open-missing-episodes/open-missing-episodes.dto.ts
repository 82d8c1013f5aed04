import { Code } from '@ibex/runtime';
import { ApiProperty } from '@nestjs/swagger';
import { ChildShown } from '../shared/children/child-shown';
import { PageAnswer, PageQuery } from '../shared/page.dto';

export const EPISODE_STATES = ['open', 'closed', 'all'] as const;
export type EpisodeState = (typeof EPISODE_STATES)[number];
export const EPISODE_SCOPES = ['ours', 'here', 'heading-here'] as const;

export class MissingEpisodesFilter extends PageQuery {
  @Code(EPISODE_STATES, {
    optional: true,
    description: 'open: the child is missing now (unless told). closed: found, returned, or turned eighteen.',
  })
  readonly state?: EpisodeState;

  @Code(EPISODE_SCOPES, {
    optional: true,
    description:
      'ours: your own children (unless told). here: placed or living in your area. heading-here: may head for it, or seen there.',
  })
  readonly scope?: (typeof EPISODE_SCOPES)[number];
}

/** As IBEX was told: the owner may know of more. */
export class EpisodeCounts {
  @ApiProperty({ description: 'Episodes of this child that began in the last 30 days.' })
  readonly last30Days!: number;

  @ApiProperty()
  readonly last90Days!: number;

  @ApiProperty()
  readonly last365Days!: number;
}

export class MissingEpisodeShown {
  @ApiProperty()
  readonly noticeId!: string;

  @ApiProperty({ required: false })
  readonly recordRef?: string;

  @ApiProperty({
    type: ChildShown,
    required: false,
    description: 'Absent where restricted to its owner, or erased.',
  })
  readonly child?: ChildShown;

  @ApiProperty({ required: false, description: 'Your own number for the child: in your own list only.' })
  readonly localId?: string;

  @ApiProperty({
    enum: ['M', 'A'],
    description: 'SSDA903: M missing, A away from placement without authorisation.',
  })
  readonly kind!: string;

  @ApiProperty({ enum: ['care', 'home'] })
  readonly from!: string;

  @ApiProperty({ enum: ['open', 'ended', 'closed'], description: 'closed: the child turned eighteen.' })
  readonly state!: string;

  @ApiProperty({ required: false, example: 'high' })
  readonly risk?: string;

  @ApiProperty({ required: false, example: 'metropolitan' })
  readonly policeForce?: string;

  @ApiProperty({ description: 'Authority responsible for the child, ONS nine-character code.' })
  readonly responsible!: string;

  @ApiProperty({ example: 'Croydon' })
  readonly responsibleName!: string;

  @ApiProperty({ description: 'Authority that reported, ONS nine-character code.' })
  readonly reportedBy!: string;

  @ApiProperty({ example: 'Croydon' })
  readonly reportedByName!: string;

  @ApiProperty({
    required: false,
    description: 'Where the child was placed or lived, ONS nine-character code.',
  })
  readonly host?: string;

  @ApiProperty({ required: false, example: 'Croydon' })
  readonly hostName?: string;

  @ApiProperty({ description: 'The placement is kept from everyone but the owner.' })
  readonly restricted!: boolean;

  @ApiProperty({ description: 'Last seen: instant (UTC) or London date, as it was told.' })
  readonly startedAt!: string;

  @ApiProperty({ format: 'date' })
  readonly startedOn!: string;

  @ApiProperty({ required: false, description: 'Found or returned: instant (UTC) or London date.' })
  readonly endedAt?: string;

  @ApiProperty({ format: 'date', required: false })
  readonly endedOn?: string;

  @ApiProperty({ required: false, enum: ['found', 'returned'] })
  readonly ending?: string;

  @ApiProperty({ format: 'date', required: false })
  readonly turnedEighteenOn?: string;

  @ApiProperty({ required: false, description: 'Last sighting: instant (UTC) or London date.' })
  readonly sightedAt?: string;

  @ApiProperty({ required: false, description: 'Where the child was sighted, ONS nine-character code.' })
  readonly sightedIn?: string;

  @ApiProperty({ required: false, example: 'Croydon' })
  readonly sightedInName?: string;

  @ApiProperty({ format: 'date-time', description: 'When IBEX recorded the report.' })
  readonly reportedAt!: string;

  @ApiProperty({
    enum: ['none', 'offered', 'accepted', 'held', 'declined'],
    description: 'Return interview.',
  })
  readonly interview!: string;

  @ApiProperty({ required: false, description: 'Strategy discussion: instant (UTC) or London date.' })
  readonly strategyDiscussedAt?: string;

  @ApiProperty({
    description: 'How many of those who were told have acknowledged, counted per acknowledgement.',
  })
  readonly acknowledgements!: number;

  @ApiProperty({
    description: 'Number of this episode among those of the child that IBEX was told of: 1, 2 …',
  })
  readonly episodeNumber!: number;

  @ApiProperty({ required: false, description: 'As the owner counts.' })
  readonly episodeNumberKnownToOwner?: number;

  @ApiProperty({ type: EpisodeCounts })
  readonly episodes!: EpisodeCounts;
}

export class MissingEpisodesAnswer extends PageAnswer {
  @ApiProperty({ type: [MissingEpisodeShown], description: 'The latest first.' })
  readonly items!: readonly MissingEpisodeShown[];
}
