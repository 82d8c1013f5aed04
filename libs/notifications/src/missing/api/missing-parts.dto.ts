import { CivilDateField, Code, GssField, InstantField, Nested, Text } from '@ibex/runtime';
import { ContactsDto } from '../../shared/api/contacts.dto';
import { FOUND_BY } from '../domain/missing.codes';
import type { FoundBy } from '../domain/missing.codes';

/** A time, or the date alone where the time is not known. */
export class MomentDto {
  @InstantField({ optional: true, description: 'When, where the time is known' })
  readonly at?: string;

  @CivilDateField({ optional: true, description: 'On which date, where the time is not known' })
  readonly on?: string;
}

/** The end of an episode in codes. */
export class EndDto {
  @Nested(() => MomentDto, { description: 'When the child was found or returned' })
  readonly when!: MomentDto;

  @Code(FOUND_BY, { optional: true, description: 'Who found the child; self: came back alone' })
  readonly foundBy?: FoundBy;

  @GssField({ optional: true, description: 'Authority in whose area the child was found' })
  readonly area?: string;
}

/** The end of an episode, with words. */
export class FoundDto extends EndDto {
  @Text({ max: 1000, optional: true, description: 'Where the child was found or came back to; sealed' })
  readonly whereabouts?: string;

  @Text({ max: 8000, optional: true, description: 'In words; sealed' })
  readonly narrative?: string;
}

/** Words that go with an action. */
export class MissingNarrativeDto {
  @Text({ max: 8000, optional: true, description: 'In words; sealed' })
  readonly narrative?: string;
}

/** What helps to find the child. All of it is sealed. */
export class SearchAidDto {
  @Text({ max: 4000, optional: true, description: 'Looks, clothes, habits, needs, medication; no address' })
  readonly description?: string;

  @Text({ max: 8000, optional: true, description: 'How the child came to be missing' })
  readonly circumstances?: string;

  @Text({ max: 1000, optional: true, description: 'Where the child was last seen' })
  readonly lastSeenPlace?: string;

  @Text({ max: 1000, optional: true, description: 'Address of the placement or home' })
  readonly placementAddress?: string;

  @Text({ max: 4000, optional: true, description: 'People and addresses that the child is known to go to' })
  readonly knownAssociates?: string;

  @Text({ max: 60, optional: true, description: 'Police reference', example: '26MIS001234' })
  readonly policeReference?: string;

  @Nested(() => ContactsDto, { optional: true, description: 'Whom to ring at any hour' })
  readonly contacts?: ContactsDto;
}
