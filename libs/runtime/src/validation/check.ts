import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { ProblemError } from '../problems/problem-error';
import type { FieldFault } from '../problems/problem-error';
import { BODY_LIMITS, shapeFault } from './body-shape';
import type { ShapeLimits } from './body-shape';

const SHOWN = 50;
const NAME = /^(?:[A-Za-z][A-Za-z0-9_-]{0,39}|\d{1,4})$/;
const MEND = 'See the documentation of this route.';

const OPTIONS = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

export const bodyProblem = (faults: readonly FieldFault[]): ProblemError => {
  const [first] = faults;
  const detail =
    faults.length === 1 && first
      ? `${first.field} ${first.detail}.`
      : `${faults.length} fields are not right.`;
  return new ProblemError(422, 'body-not-valid', 'Body not valid', detail, {
    errors: faults.slice(0, SHOWN),
    ...(first ? { field: first.field, mend: first.mend } : {}),
  });
};

const bodyFault = (rule: string, detail: string, mend: string): ProblemError =>
  bodyProblem([{ field: 'body', rule, detail, mend }]);

const mendOf = (contexts: ValidationError['contexts'], rule: string): string => {
  const context: unknown = contexts?.[rule];
  return typeof context === 'object' &&
    context !== null &&
    'mend' in context &&
    typeof context.mend === 'string'
    ? context.mend
    : MEND;
};

/** A field's name only where it looks like one: a sender's mistake may have put anything there. */
const nameOf = (property: string): string => (NAME.test(property) ? property : '(unnamed)');

const faultsOf = (error: ValidationError, parent: string): readonly FieldFault[] => {
  const name = nameOf(error.property);
  const field = parent === '' ? name : `${parent}.${name}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) =>
    rule === 'whitelistValidation'
      ? {
          field,
          rule: 'unknown-field',
          detail: 'is no field here',
          mend: 'Leave it out, or check its spelling.',
        }
      : { field, rule, detail, mend: mendOf(error.contexts, rule) },
  );
  // a part that is no object, or a list too long, is not looked into
  const telling = own.filter(({ rule }) => rule !== 'nestedValidation');
  if (telling.length > 0) return telling;
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
};

/** Fields that were left out are not there, instead of being there with the value undefined. */
const withoutUnset = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) Reflect.deleteProperty(value, name);
    else withoutUnset(inner);
  }
};

/** The body as its class describes it. Throws the 422 problem that lists every fault by field, rule and mend. */
export const checked = <T extends object>(
  dto: new () => T,
  body: unknown,
  limits: ShapeLimits = BODY_LIMITS,
): T => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw bodyFault('object', 'is not a JSON object', 'Send a JSON object with the fields of this route.');
  }
  const shape = shapeFault(body, limits);
  if (shape) throw bodyProblem([shape]);
  const instance = plainToInstance(dto, body);
  const faults = validateSync(instance, OPTIONS).flatMap((error) => faultsOf(error, ''));
  if (faults.length > 0) throw bodyProblem(faults);
  withoutUnset(instance);
  return instance;
};
