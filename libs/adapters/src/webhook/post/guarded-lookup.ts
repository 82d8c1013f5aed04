import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { BlockedAddress } from './post-fault';
import { isPublicAddress } from '../guard/special-addresses';

export type Resolve = (
  host: string,
  done: (fault: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

export const systemResolve: Resolve = (host, done) => {
  lookup(host, { all: true, order: 'verbatim' }, (fault, addresses) => done(fault, fault ? [] : addresses));
};

/**
 * Resolves a name for one connection and lets it go on only when every address is public: a name with one private
 * address among others is somebody's try. Node does not call this for a host that is an address itself.
 */
export const guardedLookup =
  (resolve: Resolve, isAllowed: (address: string) => boolean = isPublicAddress): LookupFunction =>
  (host, options, done) => {
    resolve(host, (fault, addresses) => {
      const [first] = addresses;
      if (fault) done(fault, '', 0);
      else if (!first || !addresses.every(({ address }) => isAllowed(address)))
        done(new BlockedAddress(), '', 0);
      else if (options.all) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });
  };
