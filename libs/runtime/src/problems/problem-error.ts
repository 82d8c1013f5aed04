import type { Refusal } from '@ibex/kernel';

/** One fault of a body: where, which rule, what would be right. Never the value itself. */
export type FieldFault = Readonly<{ field: string; rule: string; detail: string; mend: string }>;

export type ProblemExtras = Readonly<{
  /** Path of the field that the problem is about, e.g. `carer.postcode`. */
  field?: string;
  /** What the sender can do about it, in words. */
  mend?: string;
  headers?: Readonly<Record<string, string>>;
  /** Every fault of a body at once. */
  errors?: readonly FieldFault[];
}>;

/** What happened, for people: a short title that is the same for every such problem, and this one in a sentence. */
export type ProblemWords = readonly [title: string, detail: string, extras?: ProblemExtras];

/** An answer that is not the one asked for, as RFC 9457 puts it. Neither title nor detail holds personal data. */
export class ProblemError extends Error {
  readonly title: string;
  readonly detail: string;
  readonly extras: ProblemExtras;

  constructor(
    readonly status: number,
    readonly code: string,
    ...[title, detail, extras]: ProblemWords
  ) {
    super(detail);
    this.name = new.target.name;
    this.title = title;
    this.detail = detail;
    this.extras = extras ?? {};
  }
}

/** The one 404: an unknown thing and a thing that the reader may not see answer alike. */
export const notFound = (): ProblemError =>
  new ProblemError(404, 'not-found', 'Not found', 'There is nothing here that you may see.', {
    mend: 'Check the reference. You see what your authority owns and what it was told of.',
  });

/** For whoever sends more than its share: come again after so many seconds. */
export const tooManyRequests = (retryAfterSeconds: number): ProblemError =>
  new ProblemError(
    429,
    'too-many-requests',
    'Too many requests',
    'You have sent too many requests for now.',
    {
      mend: 'Wait as long as Retry-After says, then send the same again.',
      headers: { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterSeconds))) },
    },
  );

/** What a problem is counted as: a refusal by its own code, also where the sender is told 404. */
export const countedAs = (problem: ProblemError): string =>
  problem instanceof RefusedError ? problem.refusal.code : problem.code;

/** A decider's expected "no" on its way to the sender: 404 for `<type>/not-known`, else 409. */
export class RefusedError extends ProblemError {
  constructor(readonly refusal: Refusal) {
    const unknown = refusal.code.endsWith('/not-known');
    const extras = refusal.field === undefined ? {} : { field: refusal.field };
    super(
      unknown ? 404 : 409,
      unknown ? 'not-found' : refusal.code,
      unknown ? 'Not found' : 'Refused',
      unknown ? notFound().detail : refusal.because,
      unknown ? notFound().extras : extras,
    );
  }
}
