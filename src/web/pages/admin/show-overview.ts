/** The first page of the administrator: institutions, linked LMSs with their state in words, and what asks for attention. */
import type { Request, RequestHandler } from 'express';
import type { Platform } from '../../../domain/platforms/platform.js';
import { countryName } from '../../forms/country-options.js';
import { say } from '../../middleware/page-locals.js';
import type { WebServices } from '../../web-services.js';
import { stateOfPlatform } from './state-of-platform.js';

export function showOverview(services: WebServices): RequestHandler {
  return async (req, res) => {
    const [platforms, institutions] = await Promise.all([
      services.platforms.all(),
      services.institutions.all(),
    ]);
    res.render('admin-overview', {
      title: say(req, 'admin:overview.title'),
      engineNotice: services.engineNotice,
      institutions: institutions.map((institution) => ({
        ...institution,
        countryName: countryName(req.language, institution.country),
      })),
      platforms: platforms.map((platform) => viewPlatform(req, platform)),
    });
  };
}

function viewPlatform(req: Request, platform: Platform) {
  return {
    ...platform,
    lms: say(req, `common:lms.${platform.family}`),
    stateWords: stateOfPlatform(req, platform),
    knocked: platform.unknownDeployments.length,
  };
}
