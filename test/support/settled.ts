import type { INestApplicationContext } from '@nestjs/common';
import { BEGINNING, EVENT_STORE } from '@ibex/kernel';
import type { EventStore, Position } from '@ibex/kernel';
import { SubscriptionRunner } from '@ibex/runtime';

const LONGEST_MS = 20_000;

/**
 * Answers once everything that is in the log, whoever put it there, has been told and stands in every view. Throws where a
 * follower does not come along: what would be read then shows nothing.
 */
export const settled = async (app: INestApplicationContext, longestMs = LONGEST_MS): Promise<void> => {
  const log = app.get<EventStore>(EVENT_STORE);
  let upTo: Position = BEGINNING;
  // what followers add to the log while they come along is waited for as well
  for (let head = await log.head(); head > upTo; head = await log.head()) {
    upTo = head;
    const isThere = await app.get(SubscriptionRunner).caughtUpTo(upTo, longestMs);
    if (!isThere) throw new Error(`the views did not come to place ${String(upTo)} of the log in time`);
  }
};
