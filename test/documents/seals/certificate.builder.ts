/** X.509 certificates of an authority and of owners of seals, made byte by byte. https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Certified {
  der: Buffer;
  subject: CertificateNames;
  publicKey: KeyObject;
  privateKey: KeyObject;
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
  from?: string;
  until?: string;
}

export const newKeys = (namedCurve = 'P-256') => generateKeyPairSync('ec', { namedCurve });

export function aCertificate(wanted: Wanted): Certified {
  const { subject, maker, isCa = false, from = '240101000000Z', until = '300101000000Z' } = wanted;
  const keys = wanted.keys ?? newKeys();
  const signer = maker ?? { subject, privateKey: keys.privateKey };
  const method = sequence(
    signer.privateKey.asymmetricKeyType === 'rsa'
      ? [oid('1.2.840.113549.1.1.11'), tagged(0x05, [])]
      : [oid('1.2.840.10045.4.3.2')],
  );
  const basicConstraints = sequence([
    oid('2.5.29.19'),
    tagged(0x01, [Buffer.from([255])]),
    tagged(0x04, [sequence(isCa ? [tagged(0x01, [Buffer.from([255])])] : [])]),
  ]);
  const content = sequence([
    tagged(0xa0, [integer(Buffer.from([2]))]),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    method,
    nameOf(signer.subject),
    sequence([from, until].map((time) => tagged(0x17, [Buffer.from(time)]))),
    nameOf(subject),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, [sequence([basicConstraints])]),
  ]);
  const signature = sign('sha256', content, signer.privateKey);
  const der = sequence([content, method, tagged(0x03, [Buffer.from([0]), signature])]);
  return { der, subject, publicKey: keys.publicKey, privateKey: keys.privateKey };
}

function nameOf(names: CertificateNames): Buffer {
  const parts = Object.entries(nameOids).flatMap(([name, type]) => {
    const text = names[name as keyof CertificateNames];
    return text === undefined
      ? []
      : [tagged(0x31, [sequence([oid(type), tagged(0x0c, [Buffer.from(text)])])])];
  });
  return sequence(parts);
}

function tagged(tag: number, parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (parts: readonly Buffer[]): Buffer => tagged(0x30, parts);
const integer = (bytes: Buffer): Buffer => tagged(0x02, [bytes]);

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left % 128) + 128);
    return groups;
  });
  return tagged(0x06, [Buffer.from(bytes)]);
}
