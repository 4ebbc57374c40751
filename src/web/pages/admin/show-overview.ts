/** The first page of the administrator: institutions, linked LMSs with their state in words, and what asks for attention. */
import type { Request, RequestHandler } from 'express';
import { leftToSign } from '../../../domain/awards/left-to-sign.js';
import type { Institution } from '../../../domain/institutions/institution.js';
import type { Platform } from '../../../domain/platforms/platform.js';
import { countryName } from '../../forms/country-options.js';
import { say } from '../../middleware/page-locals.js';
import type { WebServices } from '../../web-services.js';
import { waitingSentence } from '../endorsements/waiting-sentence.js';
import { ageOfKeys } from './age-of-keys.js';
import { mostShown } from './check-pages.js';
import { sealTrouble } from './seal-state.js';
import { stateOfPlatform } from './state-of-platform.js';
import { webServicesTrouble } from './web-services-state.js';

export function showOverview(services: WebServices): RequestHandler {
  return async (req, res) => {
    const [platforms, institutions, stopped] = await Promise.all([
      services.platforms.all(),
      services.institutions.all(),
      services.checks.stopped(mostShown),
    ]);
    res.render('admin-overview', {
      title: say(req, 'admin:overview.title'),
      engineNotice: services.engineNotice,
      sendsNotices: services.notices !== undefined,
      stopped: stopped.length > 0 && say(req, 'checks:admin.notice', { count: stopped.length }),
      institutions: await Promise.all(
        institutions.map((institution) => viewInstitution(services, req, institution)),
      ),
      platforms: await Promise.all(platforms.map((platform) => viewPlatform(services, req, platform))),
    });
  };
}

async function viewInstitution(services: WebServices, req: Request, institution: Institution) {
  return {
    ...institution,
    countryName: countryName(req.language, institution.country),
    waiting: await waitingSentence(services, req, { institutionId: institution.id }),
    notSigned: await notSignedText(services, req, institution.id),
    keyAge: ageOfKeys(services, req, await services.keys.published(institution.id)),
    seal: sealTrouble(services, req, await services.sealLinks.of(institution.id)),
  };
}

/** Told while something cannot be signed again after a theft of keys. */
async function notSignedText(services: WebServices, req: Request, id: string): Promise<string | undefined> {
  const left = await leftToSign(services, id);
  const count = left ? left.awardsInTrouble.length + left.endorsementsInTrouble.length : 0;
  return count > 0 ? say(req, 'admin:keys.again.notice', { count }) : undefined;
}

async function viewPlatform(services: WebServices, req: Request, platform: Platform) {
  return {
    ...platform,
    lms: say(req, `common:lms.${platform.family}`),
    stateWords: stateOfPlatform(req, platform),
    knocked: platform.unknownDeployments.length,
    webServices: await webServicesTrouble(services, req, platform),
  };
}
