/** GET /visits/:visit/award: what the learner holds: link, downloads, and who sees the name. */
import type { Request, RequestHandler } from 'express';
import { isPublished } from '../../../domain/awards/is-published.js';
import { setAwardPublic } from '../../../domain/awards/set-award-public.js';
import { mayBeSealed } from '../../../domain/seals/seal-award.js';
import { addresses } from '../../../documents/addresses.js';
import { formText } from '../../forms/form-body.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { downloadsOf } from '../awards/downloads.js';
import { institutionOfVisit } from '../credential/credential-of-visit.js';
import { outcomeGradeLines } from '../outcome-grade-lines.js';
import { dayIn, numberIn, wordsIn, writtenText } from '../words-of.js';
import { onOwnAward } from './award-of-visit.js';
import { earlierAwards } from './earlier-awards.js';
import { viewRecords } from './view-records.js';

export function showMyAward(services: WebServices): RequestHandler {
  return onOwnAward(services, async (req, res, { award, correction, version: { definition } }) => {
    if (!isPublished(award)) {
      res.redirect(303, `/visits/${visitOf(req).id}/progress`);
      return;
    }
    const words = wordsIn(req, 'learner');
    const day = dayIn(req);
    const at = addresses(services.base);
    const credential = writtenText(req, definition.title, definition.language);
    res.render('my-award', {
      title: words('award.title'),
      credential,
      institution: (await institutionOfVisit(services, req)).legalName,
      image: at.achievementImage(award.microCredentialId, award.version),
      issuedOn: day(award.issuedAt),
      grade: award.grade && {
        score: numberIn(req)(award.grade.score),
        maximum: numberIn(req)(award.grade.maximum),
      },
      outcomeGrades: outcomeGradeLines(req, definition, award.outcomeGrades),
      expiresOn: award.expiresAt && day(award.expiresAt),
      expired: award.expiresAt !== undefined && award.expiresAt <= services.clock(),
      revoked:
        award.state === 'revoked' && award.revokedAt
          ? words('award.revoked', { date: day(award.revokedAt), reason: award.revocationReason })
          : undefined,
      suspended:
        award.suspension &&
        words('award.suspended', { date: day(award.suspension.at), reason: award.suspension.reason }),
      signedAgain:
        award.signedAgainAt && wordsIn(req, 'award')('signedAgain', { date: day(award.signedAgainAt) }),
      notice: noticeOf(req),
      correction:
        correction?.correction && words('award.correction', { reason: correction.correction.reason }),
      url: at.award(award.id),
      verifyUrl: at.verify(at.award(award.id)),
      downloads: downloadsOf(req, at, {
        id: award.id,
        title: credential.text,
        revoked: award.state !== 'issued',
        signedOpenBadge2: award.documents.openBadge2Signed !== undefined,
        ownCertificate: `/visits/${visitOf(req).id}/award/certificate.pdf`,
        europass: `/visits/${visitOf(req).id}/award/europass.jsonld`,
        europassSealed: (await mayBeSealed(services, award))
          ? `/visits/${visitOf(req).id}/award/europass-sealed.jsonld`
          : undefined,
        wallet: `/visits/${visitOf(req).id}/award/wallet.sd-jwt`,
      }),
      record: await viewRecords(services, req),
      public: award.public,
      earlier: await earlierAwards(services, req, award.microCredentialId, award),
      name: award.recipient?.name,
    });
  });
}

function noticeOf(req: Request): string | undefined {
  const done = ['made-public', 'made-private'].find((word) => word === req.query['done']);
  return done && wordsIn(req, 'learner')(`award.${done}`);
}

/** POST /visits/:visit/award/public: shows or hides the name on the public page, of an earlier award where one is named. */
export function choosePublic(services: WebServices): RequestHandler {
  return onOwnAward(services, async (req, res, { award }) => {
    const isPublic = formText(req, 'public') === 'yes';
    const awardId = formText(req, 'award') || award.id;
    await setAwardPublic(services, { awardId, visit: visitOf(req), public: isPublic });
    const done = isPublic ? 'made-public' : 'made-private';
    res.redirect(303, `/visits/${visitOf(req).id}/award?done=${done}`);
  });
}
