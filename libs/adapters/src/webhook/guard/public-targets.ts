import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { ChannelKind, TargetCheck, TargetRefused } from '@ibex/kernel';
import { systemResolve } from '../post/guarded-lookup';
import type { Resolve } from '../post/guarded-lookup';
import { isPublicAddress } from './special-addresses';
import { toTargetUrl } from './target-url.rule';

const RESOLVE_WITHIN_MS = 3_000;

export type TargetOptions = Readonly<{
  resolve?: Resolve;
  resolveWithinMs?: number;
  /** For tests, whose names stand at loopback. */
  isAllowed?: (address: string) => boolean;
}>;

const NOT_FOUND: TargetRefused = {
  code: 'target/host-not-found',
  detail: 'The host of the target was not found in the DNS in time.',
  mend: 'Check the spelling of the host. If it is new, wait until it is in the public DNS, then send this again.',
};
const NOT_PUBLIC: TargetRefused = {
  code: 'target/host-not-public',
  detail: 'The host of the target stands at an address that is not one of the public internet.',
  mend: 'Give a host all of whose addresses can be reached from the public internet.',
};

/** Webhook targets by their text and by every address that their host has now; each connection is checked again. */
export class PublicTargets implements TargetCheck {
  constructor(private readonly options: TargetOptions = {}) {}

  async check(channel: ChannelKind, target: string): Promise<TargetRefused | undefined> {
    if (channel !== 'webhook') return undefined;
    const url = toTargetUrl(target);
    if (!(url instanceof URL)) return url;
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    return isIP(host) === 0 ? this.ofName(host) : undefined;
  }

  private async ofName(host: string): Promise<TargetRefused | undefined> {
    const { isAllowed = isPublicAddress } = this.options;
    const addresses = await this.addressesOf(host);
    if (addresses.length === 0) return NOT_FOUND;
    return addresses.every(({ address }) => isAllowed(address)) ? undefined : NOT_PUBLIC;
  }

  /** None where the DNS fails or does not answer in time. */
  private addressesOf(host: string): Promise<readonly LookupAddress[]> {
    const { resolve = systemResolve, resolveWithinMs = RESOLVE_WITHIN_MS } = this.options;
    return new Promise((found) => {
      const late = setTimeout(() => found([]), resolveWithinMs);
      resolve(host, (fault, addresses) => {
        clearTimeout(late);
        found(fault ? [] : addresses);
      });
    });
  }
}
