import { randomInt, randomUUID } from 'node:crypto';
import { AUTHORITIES, childOf, newCall, post } from '../load';
import type { Call, TokenFor } from '../load';

/** So few that several notices about one child are on their way at once. */
const CHILDREN = 25;
const ABOUT_PLACEMENTS = 6;
const ABOUT_MISSING = 2;

const anyOf = (codes: readonly string[]): string => codes[randomInt(codes.length)] ?? '';

/** A child of the same pool is missing from one borough and may turn up in another: two are told, urgently. */
const missingReport = () => {
  const authority = anyOf(AUTHORITIES);
  const host = anyOf(AUTHORITIES.filter((gss) => gss !== authority));
  const area = anyOf(AUTHORITIES.filter((gss) => gss !== authority && gss !== host));
  const child = childOf(authority, randomInt(CHILDREN));
  const at = new Date(Date.now() - 3_600_000).toISOString();
  return { authority, body: { child, kind: 'M', from: 'care', host, areasAtRisk: [area], lastSeen: { at } } };
};

const reportMissing = async (url: string, tokenFor: TokenFor): Promise<void> => {
  const { authority, body } = missingReport();
  const headers = {
    authorization: `Bearer ${await tokenFor(authority)}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  // no answer: the process was killed; whatever it recorded has to be brought out all the same
  const answer = await fetch(`${url}/v1/missing-episodes`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (answer && answer.status !== 201 && answer.status !== 503)
    throw new RangeError(`answered ${String(answer.status)}: ${await answer.text()}`);
  await answer?.body?.cancel().catch(() => undefined);
};

/** Placements and missing children about few children of five boroughs until `until` resolves. */
export const tellUntil = async (
  url: string,
  until: Promise<void>,
  journal: Call[],
  tokenFor: TokenFor,
): Promise<void> => {
  const running = { yes: true };
  const placing = async (): Promise<void> => {
    while (running.yes) {
      const call = newCall(CHILDREN);
      journal.push(call);
      await post(url, call, tokenFor);
    }
  };
  const reporting = async (): Promise<void> => {
    while (running.yes) await reportMissing(url, tokenFor);
  };
  const clients = Promise.all([
    ...Array.from({ length: ABOUT_PLACEMENTS }, placing),
    ...Array.from({ length: ABOUT_MISSING }, reporting),
  ]);
  await until;
  running.yes = false;
  await clients;
};
