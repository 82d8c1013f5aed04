import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';

/** What every field says of itself, in the documents and in the answers to those who get it wrong. */
export type FieldOptions = Readonly<{ description: string; optional?: boolean; example?: unknown }>;

/** One rule of one field: its stable name, what is wrong when it fails, what would be right. */
export type FieldRule = Readonly<{
  rule: string;
  holds: (value: unknown) => boolean;
  /** Completes "<field> …", e.g. "is not a date that exists". Never repeats the value. */
  fault: (value: unknown) => string;
  mend: string;
}>;

/** `mend` of a failed rule, as class-validator hands it on. */
export type RuleContext = Readonly<{ mend: string }>;

/** Optional means that it may be left out. It never means null: null says nothing that leaving out does not. */
export const leftOut = (options: FieldOptions): PropertyDecorator[] =>
  options.optional ? [ValidateIf((_, value: unknown) => value !== undefined)] : [];

export const ruleOf = ({ rule, holds, fault, mend }: FieldRule): PropertyDecorator => {
  const context: RuleContext = { mend };
  return ValidateBy(
    {
      name: rule,
      validator: {
        validate: holds,
        defaultMessage: (args) => (args?.value === undefined ? 'is missing' : fault(args.value)),
      },
    },
    { context },
  );
};

export const documented = (options: FieldOptions, more: ApiPropertyOptions): PropertyDecorator =>
  ApiProperty({
    description: options.description,
    required: options.optional !== true,
    ...(options.example === undefined ? {} : { example: options.example }),
    ...more,
  } as ApiPropertyOptions);

/** A field that one rule describes: checked and documented in one place, so that the two cannot drift apart. */
export const field = (
  options: FieldOptions,
  rule: FieldRule,
  schema: ApiPropertyOptions,
): PropertyDecorator => applyDecorators(...leftOut(options), ruleOf(rule), documented(options, schema));
