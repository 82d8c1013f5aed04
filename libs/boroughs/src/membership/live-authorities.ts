import type { Authorities, Authority, MembershipChange, Position } from '@ibex/kernel';
import { BEGINNING } from '@ibex/kernel';
import { knownAuthorities } from '../known-authorities';

/** Every authority, and which are members now: the configuration's to begin with, then as the log says. */
export class LiveAuthorities implements Authorities {
  private readonly reference: Authorities;
  private readonly changed = new Map<string, MembershipChange>();
  private listed: readonly Authority[];
  private readonly listeners: (() => void)[] = [];

  /** Throws RangeError for a member that is no current authority. */
  constructor(initial?: readonly string[]) {
    this.reference = knownAuthorities(initial);
    this.listed = this.reference.all();
  }

  find(gss: string): Authority | undefined {
    const authority = this.reference.find(gss);
    return authority && { ...authority, member: this.isMember(gss) };
  }

  all(): readonly Authority[] {
    return this.listed;
  }

  isMember(gss: string): boolean {
    return this.changed.get(gss)?.member ?? this.isInitially(gss);
  }

  /** Whether the configuration names it. */
  isInitially(gss: string): boolean {
    return this.reference.isMember(gss);
  }

  /** An older change than the one known is not news. */
  apply(change: MembershipChange): void {
    const { gss, position } = change;
    if (position <= this.knownUpTo(gss)) return;
    this.changed.set(gss, change);
    this.listed = this.reference.all().map((one) => ({ ...one, member: this.isMember(one.gss) }));
    for (const listener of this.listeners) listener();
  }

  whenChanged(listener: () => void): void {
    this.listeners.push(listener);
  }

  private knownUpTo(gss: string): Position {
    return this.changed.get(gss)?.position ?? BEGINNING;
  }
}
