/** X.509 certificates of an authority and of those it vouches for, made byte by byte. https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { integer, oid, sequence, tagged } from './der.js';

export interface Certified {
  der: Buffer;
  subject: CertificateNames;
  publicKey: KeyObject;
  privateKey: KeyObject;
  /** DER of its maker's name and of its number: so others name it. */
  issuerAndSerial: Buffer;
}

export interface CertificateNames {
  C?: string;
  O?: string;
  CN?: string;
  organizationIdentifier?: string;
}

const nameOids = { C: '2.5.4.6', O: '2.5.4.10', organizationIdentifier: '2.5.4.97', CN: '2.5.4.3' };

interface Wanted {
  subject: CertificateNames;
  /** Undefined: it is made by its own owner. */
  maker?: Certified;
  keys?: { publicKey: KeyObject; privateKey: KeyObject };
  isCa?: boolean;
  /** Object identifier of the one thing that it is for. */
  purpose?: string;
  from?: string;
  until?: string;
  /** Alternative names, in their order. */
  altNames?: ({ dns: string } | { uri: string })[];
}

export const newKeys = (namedCurve = 'P-256') => generateKeyPairSync('ec', { namedCurve });

export function makeCertificate(wanted: Wanted): Certified {
  const { subject, maker, isCa = false, from = '240101000000Z', until = '300101000000Z' } = wanted;
  const { altNames = [] } = wanted;
  const keys = wanted.keys ?? newKeys();
  const signer = maker ?? { subject, privateKey: keys.privateKey };
  const method = sequence(
    signer.privateKey.asymmetricKeyType === 'rsa'
      ? [oid('1.2.840.113549.1.1.11'), tagged(0x05, [])]
      : signer.privateKey.asymmetricKeyType === 'ed25519'
        ? [oid('1.3.101.112')]
        : [oid('1.2.840.10045.4.3.2')],
  );
  const basicConstraints = sequence([
    oid('2.5.29.19'),
    tagged(0x01, [Buffer.from([255])]),
    tagged(0x04, [sequence(isCa ? [tagged(0x01, [Buffer.from([255])])] : [])]),
  ]);
  const purpose =
    wanted.purpose === undefined
      ? []
      : [
          sequence([
            oid('2.5.29.37'),
            tagged(0x01, [Buffer.from([255])]),
            tagged(0x04, [sequence([oid(wanted.purpose)])]),
          ]),
        ];
  const serial = integer(Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const issuer = nameOf(signer.subject);
  const content = sequence([
    tagged(0xa0, [integer(Buffer.from([2]))]),
    serial,
    method,
    issuer,
    sequence([from, until].map((time) => tagged(0x17, [Buffer.from(time)]))),
    nameOf(subject),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, [
      sequence([basicConstraints, ...purpose, ...(altNames.length > 0 ? [subjectAltName(altNames)] : [])]),
    ]),
  ]);
  const isEdwards = signer.privateKey.asymmetricKeyType === 'ed25519';
  const signature = sign(isEdwards ? null : 'sha256', content, signer.privateKey);
  const der = sequence([content, method, tagged(0x03, [Buffer.from([0]), signature])]);
  const issuerAndSerial = sequence([issuer, serial]);
  return { der, subject, publicKey: keys.publicKey, privateKey: keys.privateKey, issuerAndSerial };
}

const subjectAltName = (names: NonNullable<Wanted['altNames']>): Buffer =>
  sequence([
    oid('2.5.29.17'),
    tagged(0x04, [
      sequence(
        names.map((name) =>
          'dns' in name ? tagged(0x82, [Buffer.from(name.dns)]) : tagged(0x86, [Buffer.from(name.uri)]),
        ),
      ),
    ]),
  ]);

function nameOf(names: CertificateNames): Buffer {
  const parts = Object.entries(nameOids).flatMap(([name, type]) => {
    const text = names[name as keyof CertificateNames];
    return text === undefined
      ? []
      : [tagged(0x31, [sequence([oid(type), tagged(0x0c, [Buffer.from(text)])])])];
  });
  return sequence(parts);
}
