/**
 * Looks a name up for one connection and hands on public addresses alone. The connection is made to what was checked here:
 * no second look-up in between could answer otherwise (DNS rebinding).
 */
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { refused } from './check-address.js';
import { isPublicAddress } from './public-address.js';

/** The error given to the callback is Problem address-refused (private-address) when no public address is behind the name. */
export function checkedLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = (found as LookupAddress[]).filter(({ address }) => isPublicAddress(address));
      const [first] = addresses;
      if (!first) return callback(refused('private-address', hostname), []);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
