/** The forms in which an award can be taken along, each with what it is for. */
import type { Request } from 'express';
import type { addresses } from '../../../documents/addresses.js';
import { wordsIn } from '../words-of.js';
import { fileName } from './file-name.js';

export interface Download {
  href: string;
  /**
   * Name of the file. Undefined where the server tells it, as it must for addresses of a visit: to a link that is marked as a
   * download in a frame of another site, browsers do not send the cookie of the visit.
   */
  file?: string;
  /** Media type. */
  type: string;
  label: string;
  /** What it is for, in half a sentence. */
  purpose: string;
}

/**
 * After revocation there is no certificate and the hosted Open Badges 2.0 forms are gone; the signed files stay, and every check of them
 * says revoked.
 * @param title of the award in the reader's language, for the names of the files
 * @param signedOpenBadge2 false for awards of before there was one
 * @param europass where the file for Europass stands, which names the learner: undefined for who may not see the name
 * @param europassSealed where the sealed one stands: undefined, too, where the institution has no seal
 * @param wallet where the credential for wallets stands: undefined for everybody but the learner
 * @param ownCertificate where the learner gets it with the name, whoever else sees it
 */
export function downloadsOf(
  req: Request,
  at: ReturnType<typeof addresses>,
  {
    id,
    title,
    revoked,
    signedOpenBadge2,
    ownCertificate,
    europass,
    europassSealed,
    wallet,
  }: {
    id: string;
    title: string;
    revoked: boolean;
    signedOpenBadge2: boolean;
    ownCertificate?: string;
    europass?: string;
    europassSealed?: string;
    wallet?: string;
  },
): Download[] {
  const words = wordsIn(req, 'award');
  const download = (name: string, href: string, type: string): Download => ({
    href,
    type,
    file: href.startsWith('/visits/')
      ? undefined
      : fileName(href.slice(href.lastIndexOf('/') + 1), { id, title }),
    label: words(`download.${name}.label`),
    purpose: words(`download.${name}.purpose`),
  });
  const signed = [
    download('picture', at.picture(id), 'image/png'),
    download('drawing', at.drawing(id), 'image/svg+xml'),
    download('openBadge3', at.openBadge3(id), 'application/vc+ld+json'),
    download('openBadge3Jwt', at.openBadge3Jwt(id), 'text/plain'),
  ];
  const signed2 = signedOpenBadge2
    ? [
        download('pictureOpenBadge2Signed', at.pictureOpenBadge2Signed(id), 'image/png'),
        download('openBadge2Signed', at.openBadge2Signed(id), 'text/plain'),
      ]
    : [];
  if (revoked) return [...signed, ...signed2];
  return [
    download('certificate', ownCertificate ?? at.certificate(id, req.language), 'application/pdf'),
    ...signed,
    download('pictureOpenBadge2', at.pictureOpenBadge2(id), 'image/png'),
    download('openBadge2', at.openBadge2(id), 'application/ld+json'),
    ...signed2,
    ...(europassSealed ? [download('europassSealed', europassSealed, 'application/jose+json')] : []),
    ...(europass ? [download('europass', europass, 'application/ld+json')] : []),
    ...(wallet ? [download('wallet', wallet, 'application/dc+sd-jwt')] : []),
  ];
}
