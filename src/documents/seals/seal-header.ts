/**
 * What the protected header of a seal says and demands (JAdES, as Europass writes it: plain payload, certificate inside).
 * https://www.etsi.org/deliver/etsi_ts/119100_119199/11918201/ , https://www.rfc-editor.org/rfc/rfc7797
 */
import { z } from 'zod';
import type { JsonObject } from '../json/json-value.js';

export interface SealHeader {
  algorithm: string;
  /** Base64 of DER, the owner's first; undefined where the seal brings none. */
  certificates?: string[];
  /** SHA-256 of the owner's certificate, base64url; undefined where it is not told. */
  fingerprint?: string;
  /** When it was sealed, as whoever sealed it says. */
  signedAt: Date;
}

/** member: the part of the header that is wrong ('seal-header-refused'), or that asks for what is not known here. */
export type HeaderReading =
  SealHeader | { fault: 'seal-header-refused' | 'seal-demand-unknown'; member: string };

/** The content time stamp (adoTst) is known and not judged, like those outside of the protected header. */
const knownDemands = ['b64', 'sigT', 'iat', 'adoTst'];
/** What the standard itself defines must not be demanded anew. https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11 */
const neverDemanded = 'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit'.split(' ');

const shape = z.looseObject({
  alg: z.string(),
  // never for another purpose, such as a token for signing in
  typ: z.literal(['jose+json', 'application/jose+json', 'JOSE+JSON']).optional(),
  b64: z.literal(false),
  crit: z.array(z.string()).refine((names) => names.includes('b64') && new Set(names).size === names.length),
  x5c: z.array(z.string()).min(1).optional(),
  'x5t#S256': z.string().optional(),
  sigT: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    .optional(),
  iat: z.int().min(0).max(253_402_300_799).optional(),
});

export function readSealHeader(header: JsonObject): HeaderReading {
  const read = shape.safeParse(header);
  if (!read.success) return refused(String(read.error.issues[0]?.path[0] ?? ''));
  const { alg, crit, x5c, sigT, iat, 'x5t#S256': fingerprint } = read.data;
  if (crit.some((name) => neverDemanded.includes(name) || !Object.hasOwn(header, name)))
    return refused('crit');
  const unknown = crit.find((name) => !knownDemands.includes(name));
  // sigD: something else was signed than what stands beside it
  const member = unknown ?? (header['sigD'] === undefined ? undefined : 'sigD');
  if (member !== undefined) return { fault: 'seal-demand-unknown', member };
  const signedAt = new Date(sigT ?? (iat ?? NaN) * 1000);
  if (Number.isNaN(signedAt.getTime()) || (sigT !== undefined && iat !== undefined)) return refused('sigT');
  return { algorithm: alg, certificates: x5c, fingerprint, signedAt };
}

const refused = (member: string): HeaderReading => ({ fault: 'seal-header-refused', member });
