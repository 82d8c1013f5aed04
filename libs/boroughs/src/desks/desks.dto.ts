import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, Count, Flag, NestedList, Text, field } from '@ibex/runtime';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export const toDay = (name: string): number => DAYS.findIndex((day) => day === name);
export const fromDay = (day: number): string => DAYS[day] ?? 'sunday';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const ClockTime = (description: string): PropertyDecorator =>
  field(
    { description, example: '09:00' },
    {
      rule: 'clock-time',
      holds: (value) => typeof value === 'string' && TIME.test(value),
      fault: () => 'is no time of day',
      mend: 'Give hours and minutes as a London clock shows them, e.g. 09:00; 24:00 ends a day.',
    },
    { type: String, pattern: TIME.source },
  );

const SLUG = /^[a-z][a-z0-9-]{1,39}$/;
const Name = (description: string, example: string): PropertyDecorator =>
  field(
    { description, example },
    {
      rule: 'name',
      holds: (value) => typeof value === 'string' && SLUG.test(value),
      fault: () => 'is no name of small letters, digits and hyphens',
      mend: `Give 2 to 40 small letters, digits and hyphens, e.g. ${example}.`,
    },
    { type: String, pattern: SLUG.source },
  );

export class HoursDto {
  @Code(DAYS, { description: 'Day of the week' })
  readonly day!: string;
  @ClockTime('When it opens, by a London clock')
  readonly opens!: string;
  @ClockTime('When it closes; before it opens means on the next day')
  readonly closes!: string;
}

export class DeskDto {
  @Name('Name of the desk within your authority', 'duty-desk')
  readonly desk!: string;
  @Text({ max: 120, description: 'Who sits there, as a role' })
  readonly role!: string;
  @Flag({ description: 'Open day and night; else say the hours' })
  readonly always!: boolean;
  @NestedList(() => HoursDto, { max: 21, optional: true, description: 'When it is open' })
  readonly hours?: readonly HoursDto[];
  @Text({ max: 500, optional: true, description: 'How it is reached; kept sealed under your own key' })
  readonly contact?: string;
}

export class StepDto {
  @Name('Desk that is told', 'team-manager')
  readonly desk!: string;
  @Count({ min: 0, max: 525_600, description: 'Minutes after the duty became late' })
  readonly afterMinutes!: number;
}

export class EscalationDto {
  @Name('Kind of duty, or any', 'return-interview')
  readonly kind!: string;
  @NestedList(() => StepDto, { max: 10, description: 'In order; none: late duties are passed to nobody' })
  readonly steps!: readonly StepDto[];
}

export class DeskChangedDto {
  @ApiProperty({ description: 'Position in the log' })
  readonly position!: number;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}

export class DeskShownDto {
  @ApiProperty()
  readonly desk!: string;
  @ApiProperty()
  readonly role!: string;
  @ApiProperty()
  readonly always!: boolean;
  @ApiProperty({ type: [HoursDto] })
  readonly hours!: readonly HoursDto[];
  @ApiPropertyOptional()
  readonly contact?: string;
}

export class EscalationShownDto {
  @ApiProperty()
  readonly kind!: string;
  @ApiProperty({ type: [StepDto] })
  readonly steps!: readonly StepDto[];
}

export class DesksShownDto {
  @ApiProperty({ type: [DeskShownDto] })
  readonly desks!: readonly DeskShownDto[];
  @ApiProperty({ type: [EscalationShownDto] })
  readonly escalations!: readonly EscalationShownDto[];
}
