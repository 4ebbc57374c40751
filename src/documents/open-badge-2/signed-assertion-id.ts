/**
 * Id of the signed Open Badges 2.0 assertion of an award. It leads nowhere: what is signed is not fetched, and its issuer's
 * revocation list names it. https://www.rfc-editor.org/rfc/rfc9562#section-5.5 (the 1EdTech validator knows versions 1 to 5)
 */
import { hash } from 'node:crypto';

/** Never to be changed: revocation lists of all times name ids made with it. */
const namespace = Buffer.from('9382c752130a490a896b92b741010f9a', 'hex');

/** urn:uuid of version 5, the same for ever for the same award. */
export function signedAssertionId(awardId: string): string {
  const bytes = hash('sha1', Buffer.concat([namespace, Buffer.from(awardId)]), 'buffer').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
