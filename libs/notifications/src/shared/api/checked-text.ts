import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';
import type { FieldOptions } from '@ibex/runtime';

/** A rule of this field's own: `fault` completes "<field> …" and never repeats the value. */
export type TextRule = Readonly<{
  rule: string;
  holds: (text: string) => boolean;
  fault: string;
  mend: string;
}>;

/** Text that a rule of the domain judges, e.g. a check digit. */
export const CheckedText = (
  { rule, holds, fault, mend }: TextRule,
  { description, optional, example }: FieldOptions,
): PropertyDecorator =>
  applyDecorators(
    ...(optional === true ? [ValidateIf((_, value: unknown) => value !== undefined)] : []),
    ValidateBy(
      {
        name: rule,
        validator: {
          validate: (value: unknown) => typeof value === 'string' && holds(value),
          defaultMessage: () => fault,
        },
      },
      { context: { mend } },
    ),
    ApiProperty({
      description,
      type: String,
      required: optional !== true,
      ...(example === undefined ? {} : { example }),
    }),
  );
