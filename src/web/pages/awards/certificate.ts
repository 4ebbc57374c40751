/** The certificate of an award in the reader's language: the words of its page, put on paper. docs/decisions/0010-certificate.md */
import type { Request } from 'express';
import { badgePicture } from '../../../domain/awards/badge-picture.js';
import type { PublicAward } from '../../../domain/awards/public-award.js';
import { publicAward } from '../../../domain/awards/public-award.js';
import { publishedAward } from '../../../domain/awards/published-award.js';
import { addresses } from '../../../documents/addresses.js';
import type { CertificateContent } from '../../../documents/certificate/certificate-content.js';
import { Problem } from '../../../shared/problem.js';
import type { MachineDocument } from '../../documents/send-document.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { certificateContent } from './certificate-content.js';
import { plainTitle } from './file-name.js';

type Certificate = Pick<MachineDocument, 'body' | 'type' | 'fileName'>;

/**
 * Undefined for an unknown id and for an offer that nobody claimed.
 * @param holder whose award it is, where it is the learner who asks: the name stands on it, whoever else sees it
 * @throws Problem award-revoked
 */
export async function certificateOf(
  services: WebServices,
  req: Request,
  id: string,
  holder?: PublicAward['name'],
): Promise<Certificate | undefined> {
  const [award, published] = await Promise.all([publicAward(services, id), publishedAward(services, id)]);
  if (!award || !published) return undefined;
  if (award.state === 'revoked' || award.state === 'suspended')
    throw new Problem('award-revoked', { detail: 'certificate' });
  const png = await badgePicture(services, award.microCredentialId, award.version);
  if (!png) return undefined;
  const content = certificateContent(req, addresses(services.base), services.base, {
    award: { ...award, name: holder ?? award.name },
    png,
    credential: published.documents.openBadge3,
  });
  return {
    body: await services.certificate(content),
    type: 'application/pdf',
    fileName: nameOf(req, content),
  };
}

const nameOf = (req: Request, { title }: CertificateContent): string =>
  `${[wordsIn(req, 'certificate')('file'), plainTitle(title.text)].filter(Boolean).join('-')}.pdf`;
