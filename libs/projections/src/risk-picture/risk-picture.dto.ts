import { InstantField } from '@ibex/runtime';
import { ApiProperty } from '@nestjs/swagger';
import { FeedShown } from '../shared/postings/completeness.dto';
import { ViewAnswer } from '../shared/view-answer.dto';

export class PictureFilter {
  @InstantField({
    optional: true,
    description:
      'What had been recorded by that moment, links and identity included. You see what you may see today.',
  })
  readonly asKnownAt?: string;
}

export class PictureBasis {
  @ApiProperty({ description: 'On which basis you see it, in words.' })
  readonly text!: string;

  @ApiProperty({ description: 'The provision that it rests on.' })
  readonly source!: string;
}

/** A fact that an indicator rests on. What it says stands in the chronology. */
export class PictureFactShown {
  @ApiProperty()
  readonly factId!: string;

  @ApiProperty({ description: 'Whose knowledge it is: one of `records`.' })
  readonly recordRef!: string;

  @ApiProperty({ description: 'Stream of the notice, e.g. missing-<id>.' })
  readonly notice!: string;

  @ApiProperty({ example: 'MissingReported' })
  readonly type!: string;

  @ApiProperty({ example: 'Reported missing' })
  readonly title!: string;

  @ApiProperty({ description: 'Authority that told it, ONS code.' })
  readonly source!: string;

  @ApiProperty()
  readonly sourceName!: string;

  @ApiProperty({ description: 'When it is claimed to have happened: instant (UTC) or London date.' })
  readonly occurredAt!: string;

  @ApiProperty({ format: 'date-time' })
  readonly recordedAt!: string;

  @ApiProperty({ type: PictureBasis })
  readonly basis!: PictureBasis;
}

export class PictureValueShown {
  @ApiProperty()
  readonly label!: string;

  @ApiProperty({ required: false, description: 'A count of its own; never the total of others.' })
  readonly count?: number;

  @ApiProperty({ required: false, description: 'London date or instant.' })
  readonly on?: string;

  @ApiProperty({ required: false })
  readonly text?: string;
}

const STATES = ['found', 'none', 'not-known'] as const;
const REACHES = ['whole', 'told'] as const;

export class IndicatorShown {
  @ApiProperty({ example: 'open-missing-episode' })
  readonly name!: string;

  @ApiProperty({ example: 'Missing now' })
  readonly title!: string;

  @ApiProperty({ description: 'What it means, in plain English; the same words as in the guide.' })
  readonly definition!: string;

  @ApiProperty({ description: 'Which time it looks at.' })
  readonly window!: string;

  @ApiProperty({
    enum: STATES,
    description:
      'none: it is known that there is nothing. not-known: whether there is anything, is not known.',
  })
  readonly state!: (typeof STATES)[number];

  @ApiProperty({
    enum: REACHES,
    description:
      'whole: you see all of these records. told: of at least one you see only what your authority was told, so counts are of that.',
  })
  readonly reach!: (typeof REACHES)[number];

  @ApiProperty({ description: 'In words.' })
  readonly says!: string;

  @ApiProperty({ type: [PictureValueShown] })
  readonly values!: readonly PictureValueShown[];

  @ApiProperty({ type: [PictureFactShown], description: 'What it rests on, the latest recorded first.' })
  readonly facts!: readonly PictureFactShown[];

  @ApiProperty({ required: false, format: 'date-time', description: 'When the newest of them was recorded.' })
  readonly newestAt?: string;

  @ApiProperty({ required: false, description: 'Whole days since then.' })
  readonly ageInDays?: number;

  @ApiProperty({ type: [FeedShown], description: 'How those post on whose postings it depends.' })
  readonly sources!: readonly FeedShown[];
}

export class PictureRecordShown {
  @ApiProperty()
  readonly recordRef!: string;

  @ApiProperty({ description: 'Authority whose record it is, ONS code.' })
  readonly owner!: string;

  @ApiProperty()
  readonly ownerName!: string;

  @ApiProperty({ enum: ['owner', 'addressee', 'grant'] })
  readonly seenAs!: string;

  @ApiProperty({ type: PictureBasis })
  readonly basis!: PictureBasis;
}

/** Dated signs of risk, each with what it rests on. There is no score and no total, and none is to be made of it. */
export class PictureAnswer extends ViewAnswer {
  @ApiProperty()
  readonly recordRef!: string;

  @ApiProperty({ required: false, format: 'date-time' })
  readonly asKnownAt?: string;

  @ApiProperty({ type: [PictureRecordShown], description: 'The records of this child that you may see.' })
  readonly records!: readonly PictureRecordShown[];

  @ApiProperty({ type: [IndicatorShown], description: 'Always all of them, in the same order.' })
  readonly indicators!: readonly IndicatorShown[];
}
