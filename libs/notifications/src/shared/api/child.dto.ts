import { Transform } from 'class-transformer';
import type { ChildIdentity, ChildNamed } from '@ibex/kernel';
import { CivilDateField, Code, PostcodeField, Text } from '@ibex/runtime';
import { codesOf } from '../domain/codes-of';
import { isNhsNumber, isUpnOrReason, normaliseNhsNumber } from '../domain/identifiers';
import { ETHNICITIES, SEXES } from '../domain/person.codes';
import { only } from '../domain/only';
import { bodyFault } from './body-fault';
import { CheckedText } from './checked-text';

/** The child as the posting authority knows it. Only the local id is needed; all of it is sealed. */
export class ChildDto {
  @Text({ max: 40, description: 'The authority’s own id of the child, never reused', example: 'CH-004711' })
  readonly localId!: string;

  @Text({ max: 100, optional: true, description: 'Forename', example: 'Maya' })
  readonly forename?: string;

  @Text({ max: 100, optional: true, description: 'Surname', example: 'Okafor' })
  readonly surname?: string;

  @CivilDateField({ optional: true, description: 'Date of birth', example: '2010-05-14' })
  readonly dateOfBirth?: string;

  @Code(codesOf(SEXES), { optional: true, description: 'Sex: M, F or U (unknown)' })
  readonly sex?: string;

  @Code(codesOf(ETHNICITIES), { optional: true, description: 'Ethnicity, DfE code' })
  readonly ethnicity?: string;

  @CheckedText(
    {
      rule: 'upn',
      holds: isUpnOrReason,
      fault: 'is not a unique pupil number: its check letter or shape is wrong',
      mend: 'Check it against the school record, give UN1 to UN7 where there is none, or leave it out.',
    },
    { optional: true, description: 'Unique pupil number, or UN1 to UN7', example: 'H801200001001' },
  )
  readonly upn?: string;

  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? normaliseNhsNumber(value) : value,
  )
  @CheckedText(
    {
      rule: 'nhs-number',
      holds: isNhsNumber,
      fault: 'is not an NHS number: its check digit or length is wrong',
      mend: 'Check the ten digits against the health record, or leave it out.',
    },
    { optional: true, description: 'NHS number', example: '9990548609' },
  )
  readonly nhsNumber?: string;

  @PostcodeField({ optional: true, description: 'Postcode of the child’s own home' })
  readonly homePostcode?: string;
}

/** Plain copy without fields that were left out, as the record and the facts keep it. */
export const toChildIdentity = (child: ChildDto): ChildIdentity =>
  only(
    child,
    'localId',
    'forename',
    'surname',
    'dateOfBirth',
    'sex',
    'ethnicity',
    'upn',
    'nhsNumber',
    'homePostcode',
  );

/** A body that opens a notice names its child in one of two ways. */
export type NamesChild = Readonly<{ child?: ChildDto; recordRef?: string }>;

/** The child that a body names. Throws the 422 problem where it names none or two. */
export const toChildNamed = ({ child, recordRef }: NamesChild): ChildNamed => {
  if (child && recordRef === undefined) return { child: toChildIdentity(child) };
  if (!child && recordRef !== undefined) return { recordRef };
  throw bodyFault('child', {
    rule: 'one-child',
    detail: child ? 'and recordRef both name a child' : 'is missing, and so is recordRef',
    mend: 'Name the child by exactly one of child (with its localId) and recordRef.',
  });
};
