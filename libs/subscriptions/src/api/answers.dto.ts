import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHANNEL_KINDS, PAYLOADS, SIGNING_SCHEMES } from '@ibex/kernel';
import type { Cadence, ChannelKind, EntryFilter, Payload, SigningScheme } from '@ibex/kernel';
import { SubmissionAnswerBody } from '@ibex/runtime';
import { PAUSED_BECAUSE } from '../domain/subscription.events';
import type { PausedBecause } from '../domain/subscription.events';
import { FILTER_PARTS } from '../filter/filter.rule';
import type { FilterPart } from '../filter/filter.rule';
import { CadenceDto } from './cadence.dto';
import { FilterDto } from './filter.dto';

const SCHEME = { enum: [...SIGNING_SCHEMES], example: 'hmac-sha256' };

export class NewSecretDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty(SCHEME)
  readonly scheme!: SigningScheme;
  @ApiProperty({ description: 'Shown this once. Keep it like a password; rotate it when it is lost.' })
  readonly secret!: string;
  @ApiPropertyOptional({ description: 'What you verify with, for ed25519' })
  readonly publicKey?: string;
}

export class SubscriptionAnswerDto extends SubmissionAnswerBody {
  @ApiPropertyOptional({ type: () => NewSecretDto, description: 'Absent when this is the answer again' })
  readonly secret?: NewSecretDto;
}

export class SecretDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty(SCHEME)
  readonly scheme!: SigningScheme;
  @ApiPropertyOptional({ description: 'What you verify with, for ed25519' })
  readonly publicKey?: string;
  @ApiPropertyOptional({ description: 'UTC; until then it signs too. Absent for the newest' })
  readonly signsUntil?: string;
}

export class ConfirmationDto {
  @ApiProperty({ description: 'Opaque reference of the person' })
  readonly person!: string;
  @ApiProperty({ example: 'duty-desk' })
  readonly role!: string;
}

export class TroubleDto {
  @ApiProperty({ description: 'UTC; nothing was taken since' })
  readonly since!: string;
  @ApiProperty({ example: 'webhook/timed-out' })
  readonly reason!: string;
  @ApiProperty({ description: 'Failed tries in a row, when last noted' })
  readonly attempts!: number;
  @ApiProperty({ description: 'Entries that waited, when last noted' })
  readonly waiting!: number;
  @ApiProperty({ description: 'UTC; when this was last noted' })
  readonly notedAt!: string;
}

export class SubscriptionDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty()
  readonly name!: string;
  @ApiProperty({ enum: [...CHANNEL_KINDS] })
  readonly channel!: ChannelKind;
  @ApiPropertyOptional({ description: 'Where it sends' })
  readonly target?: string;
  @ApiProperty({ type: () => FilterDto })
  readonly filter!: EntryFilter;
  @ApiProperty({ enum: [...PAYLOADS] })
  readonly payload!: Payload;
  @ApiPropertyOptional({
    enum: ['no-usable-key'],
    description:
      'Nothing is sent, since none of your keys can be sealed to; the entries wait, thin in the inbox',
  })
  readonly heldBecause?: 'no-usable-key';
  @ApiPropertyOptional({ description: 'Desk that is to act on what comes' })
  readonly desk?: string;
  @ApiPropertyOptional({
    type: () => CadenceDto,
    description: 'On channels that gather entries: how often they are brought out',
  })
  readonly cadence?: Cadence;
  @ApiProperty({ description: 'Number of the mailbox entry after which it began' })
  readonly startsAfter!: number;
  @ApiProperty({ enum: ['live', 'paused', 'closed'] })
  readonly state!: 'live' | 'paused' | 'closed';
  @ApiPropertyOptional({
    enum: [...PAUSED_BECAUSE, 'receiver-gone'],
    description: 'receiver-gone: your receiver answered that it wants nothing more; resume when it does',
  })
  readonly pausedBecause?: PausedBecause;
  @ApiPropertyOptional({ description: 'UTC; it goes on by itself then. Absent: when somebody resumes it' })
  readonly pausedUntil?: string;
  @ApiPropertyOptional({ type: () => TroubleDto, description: 'Absent while your receiver does well' })
  readonly trouble?: TroubleDto;
  @ApiProperty({ description: 'Grows with each change' })
  readonly revision!: number;
  @ApiProperty({ description: 'UTC' })
  readonly openedAt!: string;
  @ApiPropertyOptional({
    type: () => ConfirmationDto,
    description: 'Who said that urgent notices may stay away from it',
  })
  readonly urgentMayBeHiddenBy?: ConfirmationDto;
}

export class OneSubscriptionDto extends SubscriptionDto {
  @ApiPropertyOptional({ type: () => [SecretDto], description: 'What signs a webhook now, newest first' })
  readonly secrets?: readonly SecretDto[];
}

export class SubscriptionListDto {
  @ApiProperty({ type: () => [SubscriptionDto] })
  readonly subscriptions!: readonly SubscriptionDto[];
}

export class TestedEntryDto {
  @ApiProperty()
  readonly sequence!: number;
  @ApiProperty({ example: 'uk.ibex.placement.notified' })
  readonly message!: string;
  @ApiProperty({ description: 'GSS code of the sender' })
  readonly from!: string;
  @ApiProperty({ example: 'host' })
  readonly capacity!: string;
  @ApiProperty({ example: 'prompt' })
  readonly urgency!: string;
  @ApiProperty({ description: 'UTC' })
  readonly recordedAt!: string;
  @ApiProperty()
  readonly passes!: boolean;
  @ApiProperty({
    enum: [...FILTER_PARTS],
    isArray: true,
    description: 'Parts of the filter that hold it back',
  })
  readonly heldBackBy!: readonly FilterPart[];
}

export class FilterTestDto {
  @ApiProperty({ description: 'How many entries were looked at' })
  readonly looked!: number;
  @ApiProperty()
  readonly passing!: number;
  @ApiProperty()
  readonly heldBack!: number;
  @ApiProperty({ description: 'How many urgent notices it would have kept away' })
  readonly urgentHeldBack!: number;
  @ApiProperty({ type: () => [TestedEntryDto], description: 'Oldest first' })
  readonly entries!: readonly TestedEntryDto[];
}
