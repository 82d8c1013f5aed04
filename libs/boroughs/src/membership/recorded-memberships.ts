import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { MEMBERSHIP_CATEGORY } from '@ibex/kernel';
import type { MembershipChange, Memberships, Position, RecordedFact } from '@ibex/kernel';
import { FactLog, FactShelf, SafeLog, asSystem, pause } from '@ibex/runtime';
import { LiveAuthorities } from './live-authorities';
import { isMembershipFact, membershipStream } from './membership.events';

const AGAIN_AFTER_MS = 2_000;
const FILTER = { categories: [MEMBERSHIP_CATEGORY] };

const toChange = (fact: RecordedFact): MembershipChange | undefined =>
  isMembershipFact(fact)
    ? { gss: fact.data.gss, member: fact.type === 'AuthorityJoined', position: fact.position }
    : undefined;

/** Keeps who is a member in step with the log, and knows how it stood at any place of it. */
@Injectable()
export class RecordedMemberships implements Memberships, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly shelf: FactShelf;
  private readonly closing = new AbortController();
  private following: Promise<void> | undefined;

  constructor(
    private readonly log: FactLog,
    private readonly authorities: LiveAuthorities,
    private readonly safeLog: SafeLog,
  ) {
    this.shelf = new FactShelf(log, [MEMBERSHIP_CATEGORY]);
  }

  changeIn(fact: RecordedFact): MembershipChange | undefined {
    return toChange(fact);
  }

  whenChanged(listener: () => void): void {
    this.authorities.whenChanged(listener);
  }

  async wasMember(gss: string, before: Position): Promise<boolean> {
    const changes = (await this.shelf.before(before)).flatMap((fact) => toChange(fact) ?? []);
    return changes.findLast((change) => change.gss === gss)?.member ?? this.authorities.isInitially(gss);
  }

  /** What this process has just recorded counts here at once. */
  heard(facts: readonly RecordedFact[]): void {
    for (const change of facts.flatMap((fact) => toChange(fact) ?? [])) this.authorities.apply(change);
  }

  onApplicationBootstrap(): void {
    this.following = asSystem(() => this.follow());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await this.following;
  }

  private async follow(): Promise<void> {
    const { signal } = this.closing;
    for (let attempts = 0; !signal.aborted;) {
      try {
        await this.followOnce(signal);
        attempts = 0;
      } catch (error) {
        attempts += 1;
        // the first time and then ever more seldom: 1, 2, 4, 8 …
        if ((attempts & (attempts - 1)) === 0) this.safeLog.warn('memberships-not-read', error, { attempts });
        await pause(AGAIN_AFTER_MS, signal);
      }
    }
  }

  /** One short stream for each authority instead of the whole log; then what comes. */
  private async followOnce(signal: AbortSignal): Promise<void> {
    const after = await this.log.head();
    const newest = { direction: 'backwards', limit: 1 } as const;
    const gss = this.authorities.all().map((authority) => authority.gss);
    const streams = await Promise.all(gss.map((one) => this.log.readStream(membershipStream(one), newest)));
    this.heard(streams.flat());
    for await (const message of this.log.subscribe({ after, filter: FILTER, signal }))
      if (message.kind === 'facts') this.heard(message.facts);
  }
}
