import { ProblemError } from '@ibex/runtime';

/** A body whose fields are each right but do not go together: the same problem as for a single field. */
export const bodyFault = (
  field: string,
  fault: Readonly<{ rule: string; detail: string; mend: string }>,
): ProblemError =>
  new ProblemError(422, 'body-not-valid', 'Body not valid', `${field} ${fault.detail}.`, {
    field,
    mend: fault.mend,
    errors: [{ field, ...fault }],
  });
