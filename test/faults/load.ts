import { randomInt, randomUUID } from 'node:crypto';
import type { ExchangeUnderTest } from '../support/exchange-under-test';
import { inventedChild } from '../support/invented-child';

/** One command as the client saw it: answered, or unknown because the connection died first. */
export type Call = {
  readonly key: string;
  readonly authority: string;
  readonly host: string;
  readonly body: Readonly<Record<string, unknown>>;
  outcome: 'ok' | 'unknown';
  answer?: Readonly<{ id: string; position: number; receipt: string }>;
};

export type TokenFor = (authority: string) => Promise<string>;
/** Who tells and is told in fault suites. */
export const AUTHORITIES = ['E09000007', 'E09000008', 'E09000012', 'E09000023', 'E09000025'] as const;

const anyOf = (codes: readonly string[]): string => codes[randomInt(codes.length)] ?? '';

/** The n-th child of an authority; no two authorities have one and the same. */
export const childOf = (authority: string, number: number) => ({
  localId: `C${String(number)}`,
  ...inventedChild(number * AUTHORITIES.length + AUTHORITIES.findIndex((gss) => gss === authority)),
});

/** A placement of one of so many invented children, so that most children are told of more than once. */
export const newCall = (children = 2000): Call => {
  const authority = anyOf(AUTHORITIES);
  const host = anyOf(AUTHORITIES.filter((gss) => gss !== authority));
  const body = {
    child: childOf(authority, randomInt(children)),
    notice: 'planned',
    startsOn: '2026-11-02',
    host,
    placementType: 'U6',
  };
  return { key: randomUUID(), authority, host, body, outcome: 'unknown' };
};

/** Posts one call; a dropped connection leaves it unknown, a refusal throws. */
export const post = async (url: string, call: Call, tokenFor: TokenFor): Promise<void> => {
  let answer: Response;
  try {
    answer = await fetch(`${url}/v1/placements`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenFor(call.authority)}`,
        'content-type': 'application/json',
        'idempotency-key': call.key,
      },
      body: JSON.stringify(call.body),
    });
    const told = (await answer.json()) as { id: string; position: number; receipt: string };
    if (answer.status === 503) return;
    if (answer.status !== 201)
      throw new RangeError(`answered ${String(answer.status)}: ${JSON.stringify(told)}`);
    call.outcome = 'ok';
    call.answer = { id: told.id, position: told.position, receipt: told.receipt };
  } catch (fault) {
    // by name: the platform's errors come from another realm than the spec's
    const name = (fault as Error).name;
    if (name !== 'TypeError' && name !== 'SyntaxError') throw fault;
  }
};

/** Keeps `width` clients posting until `until` resolves; every call made is in the journal before it is sent. */
export const loadUntil = async (
  exchange: ExchangeUnderTest,
  until: Promise<void>,
  journal: Call[],
  tokenFor: TokenFor,
): Promise<void> => {
  const running = { yes: true };
  const client = async (): Promise<void> => {
    while (running.yes) {
      const call = newCall();
      journal.push(call);
      await post(exchange.url, call, tokenFor);
    }
  };
  const clients = Promise.all(Array.from({ length: 16 }, client));
  await until;
  running.yes = false;
  await clients;
};
