import { Nested, Text } from '@ibex/runtime';

/** One person or team to ring or write to. */
export class ContactDto {
  @Text({ max: 120, optional: true, description: 'Name of the person or team' })
  readonly name?: string;

  @Text({ max: 120, optional: true, description: 'Team' })
  readonly team?: string;

  @Text({ max: 30, optional: true, description: 'Telephone', example: '020 7946 0123' })
  readonly phone?: string;

  @Text({ max: 254, optional: true, description: 'Email' })
  readonly email?: string;
}

/** Whom the host can reach about the child, also at night. */
export class ContactsDto {
  @Nested(() => ContactDto, { optional: true, description: 'Allocated social worker' })
  readonly socialWorker?: ContactDto;

  @Nested(() => ContactDto, { optional: true, description: 'Team manager' })
  readonly teamManager?: ContactDto;

  @Nested(() => ContactDto, { optional: true, description: 'Emergency duty team, out of hours' })
  readonly outOfHours?: ContactDto;

  @Nested(() => ContactDto, { optional: true, description: 'Independent reviewing officer' })
  readonly reviewingOfficer?: ContactDto;
}
