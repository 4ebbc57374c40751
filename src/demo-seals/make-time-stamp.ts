/** Time stamps of an authority that nobody trusts. https://www.rfc-editor.org/rfc/rfc3161#section-2.4.2 , https://www.rfc-editor.org/rfc/rfc5652#section-5 */
import { createHash, randomBytes, sign } from 'node:crypto';
import { type Certified, makeCertificate } from './make-certificate.js';
import { integer, oid, sequence, tagged } from './der.js';

const timeStamping = '1.3.6.1.5.5.7.3.8';
const tstInfo = '1.2.840.113549.1.9.16.1.4';

export const makeTimeStampAuthority = (maker?: Certified): Certified =>
  makeCertificate({ subject: { C: 'BE', O: 'Clock for trying' }, maker, purpose: timeStamping });

/** DER of a token. @param hash SHA-256 of what is stamped */
export function makeTimeStamp(hash: Buffer, authority: Certified, at = new Date()): Buffer {
  const sha256 = sequence([oid('2.16.840.1.101.3.4.2.1')]);
  const time = `${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  const info = sequence([
    integer(Buffer.from([1])),
    oid('1.2.3.4.1'),
    sequence([sha256, octets(hash)]),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    tagged(0x18, [Buffer.from(time)]),
  ]);
  const attributes = [
    attribute('1.2.840.113549.1.9.3', oid(tstInfo)),
    attribute('1.2.840.113549.1.9.4', octets(digest(info))),
    attribute(
      '1.2.840.113549.1.9.16.2.47',
      sequence([sequence([sequence([octets(digest(authority.der))])])]),
    ),
  ].sort((one, other) => Buffer.compare(one, other));
  const signature = sign('sha256', tagged(0x31, attributes), authority.privateKey);
  const signer = sequence([
    integer(Buffer.from([1])),
    authority.issuerAndSerial,
    sha256,
    tagged(0xa0, attributes),
    sequence([oid('1.2.840.10045.4.3.2')]),
    octets(signature),
  ]);
  const signed = sequence([
    integer(Buffer.from([3])),
    tagged(0x31, [sha256]),
    sequence([oid(tstInfo), tagged(0xa0, [octets(info)])]),
    tagged(0xa0, [authority.der]),
    tagged(0x31, [signer]),
  ]);
  return sequence([oid('1.2.840.113549.1.7.2'), tagged(0xa0, [signed])]);
}

const attribute = (type: string, value: Buffer): Buffer => sequence([oid(type), tagged(0x31, [value])]);
const octets = (bytes: Buffer): Buffer => tagged(0x04, [bytes]);
const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
