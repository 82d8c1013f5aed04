import type { Incoming, Order } from '@ibex/runtime';
import { only } from '../../shared/domain/only';
import type { MoveCommand } from '../domain/move.commands';
import type { Cohort, Permanence } from '../domain/move.codes';
import type { Explained, MoveParticulars, MovePersonal } from '../domain/move.events';
import type { ExplanationDto } from './move-course.dto';
import type { MoveFieldsDto, RouteDto } from './move.dto';
import type { PlaceGiven } from './place.resolver';

/** A command on its way to the stream of its move. */
export const moveOrder = (
  { id, submission }: Incoming<object>,
  command: MoveCommand,
): Order<MoveCommand> => ({ stream: `move-${id}`, command, submission });

/** Nothing at all where nothing personal was said. */
const sealed = <P extends object>(personal: P): Readonly<{ personal?: P }> =>
  Object.keys(personal).length === 0 ? {} : { personal };

export const toMovePersonal = (dto: MoveFieldsDto): Readonly<{ personal?: MovePersonal }> =>
  sealed(
    only(
      dto,
      'oldAddress',
      'oldPostcode',
      'newAddress',
      'newPostcode',
      'applicantName',
      'householdDescription',
      'expectedDeliveryOn',
      'narrative',
      'contacts',
    ),
  );

export const toExplained = (dto: ExplanationDto): Readonly<{ personal?: Explained }> =>
  sealed(only(dto, 'explanation', 'contacts'));

type Places = 'fromAuthority' | 'toAuthority';

/** Codes, dates and numbers, open to the rules. */
export const toParticulars = (
  dto: MoveFieldsDto & Readonly<{ cohort?: Cohort; permanence?: Permanence }>,
): Partial<Omit<MoveParticulars, Places>> =>
  only(
    dto,
    'movedOn',
    'expectedOn',
    'permanence',
    'temporaryUntil',
    'cohort',
    'planCategory',
    'planStartedOn',
    'section47Open',
    'unborn',
    'householdRef',
    'adultCount',
    'childCount',
    'housingFunction',
    'accommodationAvailableOn',
    'addressRestricted',
  );

/** Both sides as the sender gave them. */
export const toPlaces = (dto: RouteDto, needed: boolean): readonly PlaceGiven[] => [
  {
    field: 'fromAuthority',
    code: dto.fromAuthority,
    postcode: dto.oldPostcode,
    unknown: dto.fromUnknown === true,
    needed,
  },
  {
    field: 'toAuthority',
    code: dto.toAuthority,
    postcode: dto.newPostcode,
    unknown: dto.toUnknown === true,
    needed,
  },
];
