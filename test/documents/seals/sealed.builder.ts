/**
 * European Digital Credentials under seals, as Europass writes them. Each part of the header can be another.
 * https://www.etsi.org/deliver/etsi_ts/119100_119199/11918201/
 */
import { createHash, sign } from 'node:crypto';
import { europeanDigitalCredential } from '../../../src/documents/elm/european-digital-credential.js';
import { anElmContent } from '../elm/elm-content.builder.js';
import { aCertificate, type Certified } from '../certificates/certificate.builder.js';

export const university = {
  C: 'BE',
  O: 'Université de Namur',
  organizationIdentifier: 'VATBE-0409737007',
  CN: 'Seal of the university',
};

/** An authority that nobody trusts, one below it, and a seal that this one vouches for. */
export function anOwner(subject: Parameters<typeof aCertificate>[0]['subject'] = university) {
  const root = aCertificate({ subject: { C: 'BE', O: 'Root of tests' }, isCa: true });
  const middle = aCertificate({ subject: { C: 'BE', O: 'Authority of tests' }, maker: root, isCa: true });
  const owner = aCertificate({ subject, maker: middle });
  return { owner, middle, root, chain: [owner, middle, root] };
}

export const aPayload = (change: object = {}, issuer: object = {}): string => {
  const file = europeanDigitalCredential(anElmContent());
  const eIDASIdentifier = { type: 'LegalIdentifier', notation: university.organizationIdentifier };
  const own = file['issuer'] as object;
  return JSON.stringify({ ...file, issuer: { ...own, eIDASIdentifier, ...issuer }, ...change });
};

export interface SealWanted {
  chain: readonly Certified[];
  payload?: string;
  /** In place of what the header usually has; undefined leaves it out. */
  header?: Record<string, unknown>;
  sign?: (bytes: Buffer, owner: Certified) => Buffer;
}

const signOf = (bytes: Buffer, { privateKey }: Certified): Buffer =>
  sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' });

export function aSeal({ chain, payload = aPayload(), header = {}, sign: make = signOf }: SealWanted) {
  const [owner] = chain;
  if (!owner) throw new Error('a seal has an owner');
  const all = {
    alg: owner.publicKey.asymmetricKeyType === 'rsa' ? 'RS256' : 'ES256',
    'x5t#S256': createHash('sha256').update(owner.der).digest('base64url'),
    x5c: chain.map(({ der }) => der.toString('base64')),
    typ: 'jose+json',
    b64: false,
    sigT: '2026-06-01T08:00:00Z',
    crit: ['b64', 'sigT'],
    ...header,
  };
  const protectedPart = Buffer.from(JSON.stringify(all)).toString('base64url');
  const signature = make(Buffer.from(`${protectedPart}.${payload}`), owner).toString('base64url');
  return { protected: protectedPart, header: { etsiU: ['e30'] }, signature };
}

/** The file, as it is handed in. */
export function aSealedFile(wanted: SealWanted): string {
  const { payload = aPayload() } = wanted;
  return JSON.stringify({ payload, signatures: [aSeal({ ...wanted, payload })] });
}
