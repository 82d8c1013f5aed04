import { Code, CodeList, Nested } from '@ibex/runtime';
import { codesOf } from '../domain/codes-of';
import { EXPLOITATION_SCALES, MISSING_HISTORIES, NRM_STAGES, RISK_FLAGS } from '../domain/exploitation.codes';
import type {
  ExploitationScale,
  KnownRisk,
  MissingHistory,
  NrmStage,
  RiskFlag,
} from '../domain/exploitation.codes';
import { CheckedText } from './checked-text';

export class ExploitationDto {
  // a label is open data, so it is kept too short and too plain to hold a story
  @CheckedText(
    {
      rule: 'scale-label',
      holds: (text) => /^[A-Za-z0-9][A-Za-z0-9 /+-]{0,29}$/.test(text),
      fault: 'is not a label of a scale',
      mend: 'Give the label alone, at most 30 letters and digits; explain it in the narrative.',
    },
    { description: 'The label on the authority’s own scale', example: 'significant' },
  )
  readonly label!: string;

  @Code(codesOf(EXPLOITATION_SCALES), { description: 'Which scale the label belongs to' })
  readonly scaleId!: ExploitationScale;
}

/** What is known of risk, in codes. */
export class KnownRiskDto {
  @Code(MISSING_HISTORIES, { optional: true, description: 'Whether the child has gone missing before' })
  readonly missingHistory?: MissingHistory;

  @Nested(() => ExploitationDto, { optional: true, description: 'Level of exploitation risk' })
  readonly exploitation?: ExploitationDto;

  @Code(codesOf(NRM_STAGES), { optional: true, description: 'National Referral Mechanism' })
  readonly nrmStage?: NrmStage;

  @CodeList(codesOf(RISK_FLAGS), { optional: true, description: 'Flags' })
  readonly flags?: readonly RiskFlag[];
}

/** Plain and always in the same order, so that what did not change looks the same. */
export const toKnownRisk = ({ missingHistory, exploitation, nrmStage, flags }: KnownRiskDto): KnownRisk => ({
  ...(missingHistory === undefined ? {} : { missingHistory }),
  ...(exploitation === undefined
    ? {}
    : { exploitation: { label: exploitation.label, scaleId: exploitation.scaleId } }),
  ...(nrmStage === undefined ? {} : { nrmStage }),
  ...(flags === undefined ? {} : { flags: [...flags].sort() }),
});
