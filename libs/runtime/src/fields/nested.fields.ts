import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { documented, leftOut, ruleOf } from './field';
import type { FieldOptions } from './field';

type DtoClass = () => new () => object;
const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part with fields of its own. */
export const Nested = (dto: DtoClass, options: FieldOptions): PropertyDecorator =>
  applyDecorators(
    ...leftOut(options),
    Type(dto),
    ruleOf({
      rule: 'object',
      holds: isRecord,
      fault: () => 'is not an object with fields of its own',
      mend: 'Give an object with the fields that the documentation lists.',
    }),
    ValidateNested(),
    documented(options, { type: () => dto() }), // Swagger takes a function for lazy only when it is called `type`
  );

/** Up to `max` such parts. */
export const NestedList = (
  dto: DtoClass,
  options: FieldOptions & Readonly<{ max: number; min?: number }>,
): PropertyDecorator => {
  const { max, min = 0 } = options;
  return applyDecorators(
    ...leftOut(options),
    Type(dto),
    ruleOf({
      rule: 'list',
      holds: (value) =>
        Array.isArray(value) && value.length >= min && value.length <= max && value.every(isRecord),
      fault: () => `is not a list of ${min} to ${max} objects`,
      mend: `Give a list of ${min} to ${max} objects.`,
    }),
    ValidateNested({ each: true }),
    documented(options, { type: () => dto(), isArray: true, minItems: min, maxItems: max }),
  );
};
