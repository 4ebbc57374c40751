/** The seal of the institution in the demonstration, and whoever vouches for it: made anew at each start, with the same names. */
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { type Certified, makeCertificate } from './make-certificate.js';

const inTenYears = (year: number): string => `${String((year + 10) % 100).padStart(2, '0')}0101000000Z`;

export async function demonstrationSeal(now: Date): Promise<readonly [Certified, ...Certified[]]> {
  const keys = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const until = inTenYears(now.getUTCFullYear());
  const root = makeCertificate({
    subject: { C: 'BE', O: 'Authority of the demonstration, which nobody trusts' },
    isCa: true,
    until,
  });
  const subject = {
    C: 'BE',
    O: 'Haute École de Démonstration',
    organizationIdentifier: 'VATBE-0123456789',
    CN: 'Seal of the demonstration',
  };
  return [makeCertificate({ subject, maker: root, keys, until }), root];
}
