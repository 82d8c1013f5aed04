import type { INestApplicationContext } from '@nestjs/common';
import { BEGINNING, EVENT_STORE } from '@ibex/kernel';
import type { EventStore, Position } from '@ibex/kernel';
import { SubscriptionRunner } from '@ibex/runtime';

const LONGEST_MS = 10_000;

/** Answers once everything that is in the log, whoever put it there, has been told and stands in every view. */
export const settled = async (app: INestApplicationContext): Promise<void> => {
  const log = app.get<EventStore>(EVENT_STORE);
  let upTo: Position = BEGINNING;
  // what followers add to the log while they come along is waited for as well
  for (let head = await log.head(); head > upTo; head = await log.head()) {
    upTo = head;
    await app.get(SubscriptionRunner).caughtUpTo(upTo, LONGEST_MS);
  }
};
