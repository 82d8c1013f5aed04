import { GssField, InstantField } from '@ibex/runtime';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ChildShown } from '../shared/children/child-shown';
import { PageAnswer, PageQuery } from '../shared/page.dto';
import { BasisShown, DutyLineShown, ReachedShown, StepShown, ToldShown } from './chronology-line.dto';
import { GAP_KINDS } from './gap';
import type { GapKind } from './gap';

export class ChronologyFilter extends PageQuery {
  @InstantField({
    optional: true,
    description:
      'What had been recorded by that moment, links and identity included. You see what you may see today.',
  })
  readonly asKnownAt?: string;

  @GssField({
    optional: true,
    description:
      'Instead: what had reached that authority by then. Your own, or another where the record is yours.',
  })
  readonly knownTo?: string;
}

const LINES = ['notice', 'step', 'duty'] as const;

/** One line of the history. Of what is withheld nothing but that there is some, at the end, whenever it was. */
export class ChronologyEntry {
  @ApiProperty({ description: 'Kept from everyone but its owner: nothing else is said of it.' })
  readonly withheld!: boolean;

  @ApiProperty({
    enum: LINES,
    required: false,
    description: 'A fact of a notice, what somebody did about one in its mailbox, or what is owed.',
  })
  readonly kind?: (typeof LINES)[number];

  @ApiProperty({ required: false, description: 'Whose knowledge it is: one of `records`.' })
  readonly recordRef?: string;

  @ApiProperty({ required: false, description: 'The fact, or the one that the line is about.' })
  readonly factId?: string;

  @ApiProperty({ required: false, description: 'Stream of the notice, e.g. placement-<id>.' })
  readonly notice?: string;

  @ApiProperty({ required: false, example: 'MissingReported' })
  readonly type?: string;

  @ApiProperty({ required: false, description: 'In words.', example: 'Reported missing' })
  readonly title?: string;

  @ApiProperty({
    required: false,
    description: 'When it is claimed to have happened: instant (UTC) or London date.',
  })
  readonly occurredAt?: string;

  @ApiProperty({
    required: false,
    format: 'date-time',
    description: 'When IBEX recorded it, UTC. Absent where a date came without anybody’s doing.',
  })
  readonly recordedAt?: string;

  @ApiProperty({
    required: false,
    description: 'The authority that told IBEX; of a duty, the one that owes it. ONS nine-character code.',
  })
  readonly source?: string;

  @ApiProperty({ required: false, example: 'Croydon' })
  readonly sourceName?: string;

  @ApiProperty({ type: BasisShown, required: false, description: 'On which you see it.' })
  readonly basis?: BasisShown;

  @ApiProperty({ required: false, description: 'Kept from everyone but you.' })
  readonly restricted?: boolean;

  @ApiProperty({
    type: [ToldShown],
    required: false,
    description: 'Who was told. Others than its owner see themselves.',
  })
  readonly told?: readonly ToldShown[];

  @ApiProperty({ type: StepShown, required: false })
  readonly step?: StepShown;

  @ApiProperty({ type: DutyLineShown, required: false })
  readonly duty?: DutyLineShown;

  @ApiProperty({ type: ReachedShown, required: false, description: 'With `knownTo` alone.' })
  readonly reached?: ReachedShown;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'What it says openly.',
  })
  readonly data?: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      'Personal part, as far as you may see it; absent where there is none or the record was erased.',
  })
  readonly personal?: Readonly<Record<string, unknown>>;
}

const SIGHTS = ['owner', 'addressee', 'grant'] as const;
export type SightShown = (typeof SIGHTS)[number];

/** One authority's record of the child. */
export class ChronologyRecord {
  @ApiProperty()
  readonly recordRef!: string;

  @ApiProperty({ description: 'Whose record it is, ONS nine-character code.' })
  readonly owner!: string;

  @ApiProperty({ example: 'Camden' })
  readonly ownerName!: string;

  @ApiProperty({ enum: SIGHTS, description: 'As whom you see it.' })
  readonly seenAs!: SightShown;

  @ApiProperty({ type: BasisShown, description: 'On which you see it.' })
  readonly basis!: BasisShown;

  @ApiProperty({ description: 'Whether its owner keeps some of it from you: ask the owner.' })
  readonly withheld!: boolean;

  @ApiProperty({ type: ChildShown, required: false, description: 'Absent where the record was erased.' })
  readonly child?: ChildShown;
}

/** A stretch of which nothing is known here although something should be. */
export class ChronologyGap {
  @ApiProperty({ enum: GAP_KINDS })
  readonly kind!: GapKind;

  @ApiProperty({ description: 'Instant (UTC) or London date.' })
  readonly from!: string;

  @ApiProperty({ required: false, description: 'Absent while it goes on.' })
  readonly to?: string;

  @ApiProperty({ description: 'What is not known, in words.' })
  readonly unknown!: string;
}

export class ChronologyAnswer extends PageAnswer {
  @ApiProperty()
  readonly recordRef!: string;

  @ApiProperty({ enum: SIGHTS, description: 'As whom you see the record that you asked for.' })
  readonly seenAs!: SightShown;

  @ApiProperty({ required: false, format: 'date-time' })
  readonly asKnownAt?: string;

  @ApiProperty({ required: false })
  readonly knownTo?: string;

  @ApiProperty({
    type: [ChronologyRecord],
    description: 'The records of this child that you may see, yours and others’; there may be more.',
  })
  readonly records!: readonly ChronologyRecord[];

  @ApiProperty({
    type: [ChronologyEntry],
    description: 'Oldest first, by when it is claimed to have happened.',
  })
  readonly items!: readonly ChronologyEntry[];

  @ApiProperty({
    type: [ChronologyGap],
    description: 'Stretches without anything on record, from all that you see, whichever page this is.',
  })
  readonly gaps!: readonly ChronologyGap[];
}
