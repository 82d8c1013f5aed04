import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { PURPOSES, USUAL_PURPOSES } from '@ibex/kernel';
import type { Purpose, Reader, Sight } from '@ibex/kernel';
import { ProblemError } from '../problems/problem-error';
import { readerOf } from './reader-of-request';
import type { HttpRequest } from './reader-of-request';

export const PURPOSE_HEADER = 'IBEX-Purpose';
const CODES = Object.keys(PURPOSES);

const isPurpose = (code: string): code is Purpose => Object.hasOwn(PURPOSES, code);

const purposeProblem = (code: string, detail: string): ProblemError =>
  new ProblemError(400, code, 'Purpose needed', detail, {
    field: PURPOSE_HEADER,
    mend: `Send the header ${PURPOSE_HEADER} with one of: ${CODES.join(', ')}.`,
  });

/** Where a reader without a relation to a child does not say what it reads for. */
export const purposeMissing = (): ProblemError =>
  purposeProblem('purpose-missing', 'It was not said what the child’s record is read for.');

/** What was said that a child’s record is read for; undefined where nothing was. Throws the 400 problem for anything else. */
export const toPurpose = (said: unknown): Purpose | undefined => {
  if (said === undefined) return undefined;
  if (typeof said === 'string' && isPurpose(said)) return said;
  throw purposeProblem('purpose-not-known', `${PURPOSE_HEADER} holds no purpose that IBEX knows.`);
};

/** What is said, or what such sight is usually for. Throws the 400 problem where it has to be said. */
export const purposeOr = (said: Purpose | undefined, sight: Sight): Purpose => {
  const purpose = said ?? USUAL_PURPOSES[sight];
  if (purpose === undefined) throw purposeMissing();
  return purpose;
};

const documented: ParameterDecorator = (target, key) => {
  const route = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
  if (key === undefined || route === undefined) return;
  const header = ApiHeader({
    name: PURPOSE_HEADER,
    required: false,
    description:
      'What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of.',
    schema: { type: 'string', enum: CODES },
  });
  header(target, key, route);
};

const purposeIn = (context: ExecutionContext): Purpose | undefined =>
  toPurpose(context.switchToHttp().getRequest<HttpRequest>().headers[PURPOSE_HEADER.toLowerCase()]);

/** The purpose that the caller named, `Purpose | undefined`; documents the header on the route. See `purposeOr`. */
export const CurrentPurpose = createParamDecorator(
  (_: unknown, context: ExecutionContext) => purposeIn(context),
  [documented],
);

/** Who reads, and what for as far as it was said. */
export type Reading = Readonly<{ reader: Reader; said: Purpose | undefined }>;

/** CurrentReader and CurrentPurpose in one, as `Reading`. */
export const CurrentReading = createParamDecorator(
  (_: unknown, context: ExecutionContext): Reading => ({
    reader: readerOf(context.switchToHttp().getRequest<HttpRequest>()),
    said: purposeIn(context),
  }),
  [documented],
);
