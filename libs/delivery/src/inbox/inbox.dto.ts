import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PAYLOADS } from '@ibex/kernel';
import type { Payload } from '@ibex/kernel';
import { Code, Count, Text } from '@ibex/runtime';
import { Type } from 'class-transformer';
import type { InboxMessage } from './inbox.message';

export const MOST_ENTRIES = 500;
export const USUAL_ENTRIES = 100;
/** Below the half minute after which proxies commonly give up on a silent connection. */
export const LONGEST_WAIT_S = 25;

const PAYLOAD = {
  optional: true,
  description:
    'thin unless told; sealed: each entry with its detail as JWE to your authority’s key, as its link would answer now',
} as const;

const SUBSCRIPTION = {
  max: 80,
  optional: true,
  description:
    'Id of an open subscription of yours on this very channel: what its filter holds back is left out. Its cursor is its own: it says nothing of what was left out',
} as const;

export class InboxQuery {
  @Type(() => Number)
  @Count({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    description:
      'Number of the last entry that you have; 0 for none. It tells the senders that everything up to it was delivered.',
  })
  readonly after?: number;

  @Type(() => Number)
  @Count({
    min: 1,
    max: MOST_ENTRIES,
    optional: true,
    description: `Entries per answer; ${USUAL_ENTRIES} unless told`,
  })
  readonly limit?: number;

  @Type(() => Number)
  @Count({
    min: 0,
    max: LONGEST_WAIT_S,
    optional: true,
    description: 'Seconds to wait for an entry when there is none yet; 0 unless told',
  })
  readonly wait?: number;

  @Code(PAYLOADS, PAYLOAD)
  readonly payload?: Payload;

  @Text(SUBSCRIPTION)
  readonly subscription?: string;
}

export class InboxPageDto {
  @ApiProperty({
    description: 'Thin CloudEvents 1.0, oldest first',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  readonly entries!: readonly InboxMessage[];
  @ApiProperty({ description: 'What to give as `after` next time' })
  readonly next!: number;
  @ApiProperty({
    description:
      'Number of the newest entry: the sign of life of a feed that is fetched. There is nothing to tell when `next` has reached it.',
  })
  readonly head!: number;
  @ApiPropertyOptional({
    enum: [true],
    description: 'The subscription is paused: nothing is handed out until it goes on, and `next` stays',
  })
  readonly paused?: true;
}

export class AcknowledgementDto {
  @Text({
    max: 2000,
    optional: true,
    description: 'What you want on record, e.g. who took it on; kept sealed',
  })
  readonly note?: string;
}

export class AcknowledgedDto {
  @ApiProperty({ description: 'Number in your mailbox' })
  readonly sequence!: number;
  @ApiProperty({ description: 'When it was acknowledged the first time (UTC)' })
  readonly acknowledgedAt!: string;
  @ApiProperty({ description: 'Opaque reference of who did' })
  readonly person!: string;
  @ApiPropertyOptional({ example: 'duty-desk' })
  readonly role!: string;
}

export class StreamQuery {
  @Text(SUBSCRIPTION)
  readonly subscription?: string;

  @Code(PAYLOADS, PAYLOAD)
  readonly payload?: Payload;

  @Type(() => Number)
  @Count({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    description: 'As Last-Event-ID, for clients that cannot send a header first; the header wins',
  })
  readonly after?: number;
}
