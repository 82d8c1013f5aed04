import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Actor, Reader } from '@ibex/kernel';
import { readerOf } from '../access/reader-of-request';
import type { HttpRequest } from '../access/reader-of-request';
import { ProblemError } from '../problems/problem-error';
import type { Submission } from '../decision/order';
import { canonicalJson, sha256, uuidFrom } from './digest';

const KEY = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;

/** The sender's own name for one command. Throws the 400 problem that says what is wrong with it. */
export const toIdempotencyKey = (key: unknown, field = 'Idempotency-Key'): string => {
  if (typeof key === 'string' && KEY.test(key)) return key;
  const missing = key === undefined || key === '';
  const code = missing ? 'idempotency-key-missing' : 'idempotency-key-invalid';
  throw new ProblemError(
    400,
    code,
    'Idempotency key needed',
    `${field} is ${missing ? 'missing' : 'not usable'}.`,
    {
      field,
      mend: 'Send 1 to 255 printable ASCII characters, new for each command and the same for each retry of it.',
    },
  );
};

/** In which role somebody acts: the first that the token names. */
export const toActor = (reader: Reader): Actor => ({
  authority: reader.authority,
  person: reader.person,
  role: reader.roles[0] ?? 'none',
});

/** The same authority and key are the same command; `digestOf` tells whether the same was sent. */
export const toSubmission = (reader: Reader, key: string, digestOf: () => string): Submission => {
  const commandId = uuidFrom(`${reader.authority}\n${key}`);
  let digest: string | undefined;
  return {
    actor: toActor(reader),
    commandId,
    correlationId: commandId,
    // only routes that bypass the intake ask for it; the intake digests the checked body itself
    get commandDigest() {
      return (digest ??= digestOf());
    },
  };
};

const submissionOf = (request: HttpRequest): Submission => {
  const key = toIdempotencyKey(request.headers['idempotency-key']);
  return toSubmission(readerOf(request), key, () =>
    sha256(`${request.method} ${request.url}\n${canonicalJson(request.body)}`),
  );
};

/** Who sent this POST, under which command id: from the token and the Idempotency-Key header. */
export const Submitted = createParamDecorator((_: unknown, context: ExecutionContext) =>
  submissionOf(context.switchToHttp().getRequest<HttpRequest>()),
);
