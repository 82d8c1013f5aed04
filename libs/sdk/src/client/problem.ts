import { ExchangeRefused } from '@ibex/subscriber';

export type FieldFault = Readonly<{ field: string; rule: string; detail: string; mend: string }>;

/** What an exchange says no with (RFC 9457). Holds nothing personal. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  /** For programs; never changes its meaning, e.g. `placement/not-active`. */
  code: string;
  /** The field that it is about. */
  field?: string;
  /** What can be done about it. */
  mend?: string;
  /** Every fault of a body. */
  errors?: readonly FieldFault[];
  /** Quote it when you report a fault. */
  instance?: string;
}>;

/** The exchange said no, and why. Asking the same again does not help. */
export class ExchangeProblem extends ExchangeRefused {
  constructor(readonly document: Problem) {
    super(document.status, document.code);
    this.message = [`${String(document.status)} ${document.code}: ${document.detail}`, document.mend]
      .filter(Boolean)
      .join(' ');
  }

  get field(): string | undefined {
    return this.document.field;
  }
  get mend(): string | undefined {
    return this.document.mend;
  }
  get errors(): readonly FieldFault[] {
    return this.document.errors ?? [];
  }
}

/** Whether this is what the exchange said no with; `code`: this no and not another one. */
export const isProblem = (error: unknown, code?: string): error is ExchangeProblem =>
  error instanceof ExchangeProblem && (code === undefined || error.document.code === code);

const TEXTS = ['type', 'title', 'detail', 'code'] as const;

const isDocument = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  TEXTS.every((name) => typeof Reflect.get(body, name) === 'string');

/** What to throw for an answer that is no success. */
export const toFault = (status: number, body: unknown): ExchangeRefused =>
  isDocument(body) ? new ExchangeProblem({ ...body, status }) : new ExchangeRefused(status, 'without a code');
