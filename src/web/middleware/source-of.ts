/** Where a request comes from, for limits: the IP address, and of IPv6 the part that a provider gives to one customer. */
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';

/** Bits of an IPv6 address that one customer does not choose: https://www.ripe.net/publications/docs/ripe-690/ */
const ipv6Prefix = 56;

/** The same text for everybody of one household or network; 'unknown' where the connection is gone already. */
export function sourceOf(req: Request): string {
  return req.ip === undefined ? 'unknown' : ipKeyGenerator(req.ip, ipv6Prefix);
}
