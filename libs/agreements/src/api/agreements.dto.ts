import { DIRECTIONS, URGENCIES } from '@ibex/kernel';
import type { Direction, Urgency } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { CivilDateField, Code, CodeList, Count, NestedList, Text, TextList, field } from '@ibex/runtime';
import { LEAVING_REASONS } from '../domain/agreement.events';
import type { LeavingReason } from '../domain/agreement.events';

export const SHARED_TYPES = definitions.filter(({ neighbours }) => neighbours).map(({ name }) => name);
const GSS = 9;
const OLDEST = 25;
const CLAUSE_ID = /^[a-z][a-z0-9-]{0,39}$/;

const ClauseId = (): PropertyDecorator =>
  field(
    { description: 'Id of the clause within the agreement; every entry cites it', example: 'missing-13-17' },
    {
      rule: 'clause-id',
      holds: (value) => typeof value === 'string' && CLAUSE_ID.test(value),
      fault: () => 'is no name of small letters, digits and hyphens',
      mend: 'Give 1 to 40 small letters, digits and hyphens, e.g. missing-13-17.',
    },
    { type: String, pattern: CLAUSE_ID.source },
  );

export class ClauseDto {
  @ClauseId()
  readonly id!: string;
  @TextList({
    max: 40,
    maxItems: 10,
    description: `Types of notices that are told: ${SHARED_TYPES.join(', ')}`,
  })
  readonly types!: readonly string[];
  @CodeList(DIRECTIONS, {
    optional: true,
    description: 'Which way the notice goes, as the party that tells sees it; left out: any',
  })
  readonly directions?: readonly Direction[];
  @Count({ min: 0, max: OLDEST, optional: true, description: 'Youngest age, whole years when recorded' })
  readonly agesFrom?: number;
  @Count({ min: 0, max: OLDEST, optional: true, description: 'Oldest age, whole years when recorded' })
  readonly agesTo?: number;
  @CodeList(URGENCIES, { optional: true, description: 'Urgencies of a first notice; left out: any' })
  readonly urgencies?: readonly Urgency[];
  @TextList({
    max: GSS,
    maxItems: 50,
    optional: true,
    description: 'GSS codes of the parties that tell; left out, with `to`: every party tells every other',
  })
  readonly from?: readonly string[];
  @TextList({ max: GSS, maxItems: 50, optional: true, description: 'GSS codes of the parties that are told' })
  readonly to?: readonly string[];
}

export class TermsDto {
  @Text({ max: 120, description: 'What the parties call it; part of the basis that every entry shows' })
  readonly title!: string;
  @Text({ max: 2000, description: 'What it is for' })
  readonly purpose!: string;
  @Text({ max: 500, description: 'Legal gateway and basis, e.g. Children Act 2004 s11, UK GDPR art 6(1)(e)' })
  readonly legalBasis!: string;
  @TextList({ max: GSS, maxItems: 50, description: 'GSS codes of all parties, your own among them' })
  readonly parties!: readonly string[];
  @NestedList(() => ClauseDto, { max: 50, description: 'What is told to whom' })
  readonly clauses!: readonly ClauseDto[];
  @CivilDateField({ description: 'First day, London date' })
  readonly from!: string;
  @CivilDateField({ description: 'Last day, London date; agree again before it is over' })
  readonly to!: string;
}

export class SignatureDto {
  @Count({ min: 1, max: 100_000, description: 'Number of the version that you have read' })
  readonly version!: number;
  @Text({ max: 120, description: 'Your name, as the other parties are to read it; kept sealed' })
  readonly name!: string;
  @Text({ max: 120, optional: true, description: 'Your position, e.g. Caldicott Guardian; kept sealed' })
  readonly position?: string;
}

export class LeavingDto {
  @Code(LEAVING_REASONS, { description: 'Why' })
  readonly because!: LeavingReason;
  @Text({ max: 2000, optional: true, description: 'What the other parties should know; kept sealed' })
  readonly note?: string;
}
