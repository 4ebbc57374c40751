/** GET /visits/:visit/award: what the learner holds: link, downloads, and who sees the name. */
import type { Request, RequestHandler } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { setAwardPublic } from '../../../domain/awards/set-award-public.js';
import { addresses } from '../../../documents/addresses.js';
import { textIn } from '../../../shared/language-map.js';
import { formText } from '../../forms/form-body.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { institutionOfVisit } from '../credential/credential-of-visit.js';
import { dayIn, wordsIn, type Say } from '../words-of.js';
import { awardOfVisit } from './award-of-visit.js';

export function showMyAward(services: WebServices): RequestHandler {
  return async (req, res) => {
    const path = `/visits/${visitOf(req).id}`;
    const found = await awardOfVisit(services, req);
    if (!found || found.award.state === 'offered' || !found.award.documents) {
      res.redirect(303, `${path}/progress`);
      return;
    }
    const { award, microCredential } = found;
    const words = wordsIn(req, 'learner');
    const day = dayIn(req);
    const at = addresses(services.base);
    const definition = microCredential.versions.find(({ number }) => number === award.version)?.definition;
    res.render('my-award', {
      title: definition ? textIn(definition.title, req.language, definition.language) : '',
      titleLang: definition?.language === req.language ? undefined : definition?.language,
      institution: (await institutionOfVisit(services, req)).legalName,
      image: at.achievementImage(award.microCredentialId, award.version),
      issuedOn: award.issuedAt && day(award.issuedAt),
      revoked:
        award.state === 'revoked' && award.revokedAt
          ? words('award.revoked', { date: day(award.revokedAt), reason: award.revocationReason })
          : undefined,
      notice: noticeOf(req),
      url: at.award(award.id),
      verifyUrl: `${at.verify()}?address=${encodeURIComponent(at.award(award.id))}`,
      downloads: downloadsOf(award, at, words),
      public: award.public,
      name: award.recipient?.name,
    });
  };
}

function downloadsOf(award: Award, at: ReturnType<typeof addresses>, words: Say) {
  const row = (key: string, href: string, file: string) => ({
    href,
    file,
    label: words(`award.${key}`),
    text: words(`award.${key}Text`),
  });
  return [
    row('picture', at.picture(award.id), 'badge.png'),
    row('json', at.openBadge3(award.id), 'open-badge-3.json'),
    row('jwt', at.openBadge3Jwt(award.id), 'open-badge-3.jwt'),
    row('ob2', at.openBadge2(award.id), 'open-badge-2.json'),
    row('ob2Picture', at.pictureOpenBadge2(award.id), 'badge-2.png'),
  ];
}

function noticeOf(req: Request): string | undefined {
  const done = ['made-public', 'made-private'].find((word) => word === req.query['done']);
  return done && wordsIn(req, 'learner')(`award.${done}`);
}

/** POST /visits/:visit/award/public: shows or hides the name on the public page. */
export function choosePublic(services: WebServices): RequestHandler {
  return async (req, res) => {
    const path = `/visits/${visitOf(req).id}`;
    const found = await awardOfVisit(services, req);
    if (!found) {
      res.redirect(303, `${path}/progress`);
      return;
    }
    const isPublic = formText(req, 'public') === 'yes';
    await setAwardPublic(services, { awardId: found.award.id, visit: visitOf(req), public: isPublic });
    res.redirect(303, `${path}/award?done=${isPublic ? 'made-public' : 'made-private'}`);
  };
}
