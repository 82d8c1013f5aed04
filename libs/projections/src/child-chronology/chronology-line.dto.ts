import { ApiProperty } from '@nestjs/swagger';
import { DUTY_LINES } from './duty-lines.rule';
import type { DutyLineState } from './duty-lines.rule';

export class ToldShown {
  @ApiProperty({ description: 'Who was told, ONS nine-character code.' })
  readonly authority!: string;

  @ApiProperty({ example: 'Croydon' })
  readonly authorityName!: string;

  @ApiProperty({ description: 'As whom it was told.', example: 'host' })
  readonly capacity!: string;

  @ApiProperty({ example: 'routine' })
  readonly urgency!: string;

  @ApiProperty({ description: 'Why it was told, in words.' })
  readonly basis!: string;

  @ApiProperty({ description: 'The provision or agreement on which it was told.' })
  readonly basisSource!: string;
}

/** On which a reader sees something. */
export class BasisShown {
  @ApiProperty({ example: 'The authority was told of the child' })
  readonly text!: string;

  @ApiProperty({ example: 'CPPCR Regs 2010, reg 13' })
  readonly source!: string;
}

/** What was done about one notice in one mailbox. What was written stays with the notice. */
export class StepShown {
  @ApiProperty({ description: 'Whose mailbox it was, ONS nine-character code.' })
  readonly authority!: string;

  @ApiProperty({ example: 'Croydon' })
  readonly authorityName!: string;

  @ApiProperty({ required: false, description: 'What was done, as a code.', example: 'visited' })
  readonly detail?: string;
}

export class DutyLineShown {
  @ApiProperty({ example: 'return-interview-1' })
  readonly key!: string;

  @ApiProperty({ enum: DUTY_LINES, description: 'due: still to come. void: no longer owed.' })
  readonly state!: DutyLineState;

  @ApiProperty({ example: 'return-interview' })
  readonly kind!: string;

  @ApiProperty({ description: 'In words.' })
  readonly text!: string;

  @ApiProperty({ description: 'ONS nine-character code.' })
  readonly owedBy!: string;

  @ApiProperty({ example: 'Camden' })
  readonly owedByName!: string;

  @ApiProperty({ required: false, description: 'Absent where it is owed to the child.' })
  readonly owedTo?: string;

  @ApiProperty({ required: false, example: 'Croydon' })
  readonly owedToName?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'Absent where law gives no number.' })
  readonly dueAt?: string;

  @ApiProperty({ required: false })
  readonly metLate?: boolean;

  @ApiProperty({ required: false, description: 'Why it is no longer owed.' })
  readonly because?: string;

  @ApiProperty({ description: 'The provision that it rests on.' })
  readonly source!: string;
}

/** How a fact came to the authority that `knownTo` names. Instants UTC. */
export class ReachedShown {
  @ApiProperty({ format: 'date-time', description: 'In its mailbox; or when it told IBEX itself.' })
  readonly toldAt!: string;

  @ApiProperty({ required: false, format: 'date-time' })
  readonly deliveredAt?: string;

  @ApiProperty({ required: false, format: 'date-time' })
  readonly openedAt?: string;

  @ApiProperty({ required: false, format: 'date-time' })
  readonly acknowledgedAt?: string;
}
