import { SetMetadata } from '@nestjs/common';
import type { FieldFault } from '../problems/problem-error';

export type ShapeLimits = Readonly<{ depth: number; keys: number }>;
export const BODY_LIMITS: ShapeLimits = { depth: 20, keys: 2_000 };

const LIMITS_METADATA = 'ibex:body-limits';
/** Other limits for the bodies of one class. */
export const BodyLimits = (limits: ShapeLimits): ClassDecorator => SetMetadata(LIMITS_METADATA, limits);
export const limitsOf = (dto: object): ShapeLimits => {
  const limits: unknown = Reflect.getMetadata(LIMITS_METADATA, dto);
  return isLimits(limits) ? limits : BODY_LIMITS;
};
const isLimits = (value: unknown): value is ShapeLimits =>
  typeof value === 'object' && value !== null && 'depth' in value && 'keys' in value;

const POISONOUS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const fault = (rule: string, detail: string, mend: string): FieldFault => ({
  field: 'body',
  rule,
  detail,
  mend,
});

/** The first reason not to look at a body any closer: too deep, too many fields, or a field that is an attack. */
export const shapeFault = (body: unknown, limits: ShapeLimits = BODY_LIMITS): FieldFault | undefined => {
  let keys = 0;
  const faultOf = (value: object, names: readonly string[], depth: number): FieldFault | undefined => {
    keys += names.length;
    if (depth > limits.depth)
      return fault('depth', 'is nested too deep', `Nest at most ${limits.depth} deep.`);
    if (keys > limits.keys)
      return fault('size', 'has too many fields', `Send at most ${limits.keys} fields.`);
    return !Array.isArray(value) && names.some((name) => POISONOUS.has(name))
      ? fault('field-name', 'has a field with a forbidden name', 'Leave that field out.')
      : undefined;
  };
  const walk = (value: unknown, depth: number): FieldFault | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const found = faultOf(value, Object.keys(value), depth);
    if (found) return found;
    for (const inner of Object.values(value)) {
      const below = walk(inner, depth + 1);
      if (below) return below;
    }
    return undefined;
  };
  return walk(body, 1);
};
