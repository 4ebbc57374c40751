/** The web services of one LMS: entering, testing and removing the token. /admin/platforms/:id/web-services */
import { Router, type Request, type Response } from 'express';
import { checkRecords, type RecordsCheck } from '../../../domain/courses/check-records.js';
import { differencesOf } from '../../../domain/platforms/differences/differences-of.js';
import {
  functionOf,
  type LmsRecords,
  type RecordsFunction,
} from '../../../domain/platforms/differences/lms-records.js';
import { keepServiceToken } from '../../../domain/platforms/keep-service-token.js';
import type { Platform } from '../../../domain/platforms/platform.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf, formView } from '../../forms/form-view.js';
import { say } from '../../middleware/page-locals.js';
import type { WebServices } from '../../web-services.js';
import { platformOfAddress } from './platform-of-address.js';
import { webServicesState } from './web-services-state.js';

const kinds = { passed: 'good', failed: 'bad', 'not-checked': 'neutral' } as const;

/** Reasons that each family has its own words for. */
const wordsOfFamily: readonly string[] = [
  'not-in-service',
  'left-out',
  'lms-function-missing',
  'lms-capability-missing',
];

interface Page {
  checks?: RecordsCheck[];
  /** Course that was asked about. */
  courseTitle?: string;
  faults?: Record<string, string>;
  /** As it was typed. */
  site?: string;
}

export function webServicePages(services: WebServices): Router {
  const router = Router();

  const show = async (req: Request, res: Response, platform: Platform, page: Page): Promise<void> => {
    const lms = recordsOf(platform);
    const names = ['site', 'token'] as const;
    const values = { site: page.site ?? (await usualSite(services, platform)) };
    const words = `admin:webServices.${platform.family}`;
    res.render('admin-web-services', {
      ...formView(req, { words: 'admin:webServices', names, values, faults: page.faults }),
      needsSite: lms.needsSite,
      title: say(req, 'admin:webServices.title', { name: platform.name }),
      platform,
      state: await webServicesState(services, req, platform),
      functions: [...functionsIn(req, lms.functions, false), ...functionsIn(req, lms.optional, true)],
      how: say(req, `${words}.how`).split('\n'),
      words: Object.fromEntries(
        ['howTitle', 'functions', 'needs', 'silentTitle', 'silentWhy'].map((name) => [
          name,
          say(req, `${words}.${name}`),
        ]),
      ),
      silent: lms.silent,
      checks: page.checks?.map((check) => viewCheck(req, check, platform)),
      checkedIn: page.courseTitle && say(req, 'admin:webServices.checkedIn', { course: page.courseTitle }),
    });
  };

  router.get('/platforms/:id/web-services', async (req, res) => {
    await show(req, res, await platformOfAddress(services, req.params.id), {});
  });

  router.get('/platforms/:id/web-services/test', async (req, res) => {
    const platform = await platformOfAddress(services, req.params.id);
    const { checks, course } = await checkRecords(services, platform.id, recordsOf(platform));
    await show(req, res, platform, { checks, courseTitle: course?.title });
  });

  router.post('/platforms/:id/web-services', async (req, res) => {
    const platform = await platformOfAddress(services, req.params.id);
    const site = formText(req, 'site');
    try {
      await keepServiceToken(services, { platformId: platform.id, token: formText(req, 'token'), site });
      res.redirect(303, `/admin/platforms/${platform.id}/web-services/test`);
    } catch (problem) {
      const faults = faultsOf(problem);
      if (Object.keys(faults).length === 0) throw problem;
      res.status(422);
      await show(req, res, platform, { faults, site });
    }
  });

  router.post('/platforms/:id/web-services/remove', async (req, res) => {
    const platform = await platformOfAddress(services, req.params.id);
    await services.serviceTokens.forget(platform.id);
    res.redirect(303, `/admin/platforms/${platform.id}/web-services`);
  });
  return router;
}

/** @throws Problem not-found for an LMS whose web services are not asked */
function recordsOf(platform: Platform): LmsRecords {
  const { records } = differencesOf(platform.family);
  if (!records) throw new Problem('not-found', { detail: 'no web services are asked of this LMS' });
  return records;
}

/** Where the course that was opened last has its services: most often the site that the token is for. */
async function usualSite({ courses }: WebServices, platform: Platform): Promise<string> {
  const course = await courses.openedLast(platform.id);
  const address = course?.membershipsUrl ?? course?.lineItemsUrl ?? '';
  return URL.canParse(address) ? new URL(address).origin : '';
}

function viewCheck(req: Request, check: RecordsCheck, platform: Platform) {
  const name = check.name === 'left-out' ? '' : (functionOf(recordsOf(platform), check.name)?.name ?? '');
  const isMissed = check.isOptional && check.result === 'failed';
  const of = wordsOfFamily.includes(check.reason) ? `${platform.family}.reason` : 'reason';
  return {
    title: say(req, `admin:webServices.question.${check.name}`),
    optional: isMissed && say(req, 'admin:webServices.optional'),
    hint: say(req, `admin:webServices.${of}.${check.reason}`, {
      function: name,
      lms: differencesOf(platform.family).label,
      names: listIn(req, check.names),
    }),
    code: name,
    capabilities: check.capabilities,
    state: say(req, `admin:check.result.${check.result}`),
    kind: isMissed ? 'wait' : kinds[check.result],
  };
}

/** What each function is for, and what it needs. */
const functionsIn = (
  req: Request,
  functions: Readonly<Partial<Record<string, RecordsFunction>>>,
  isOptional: boolean,
) =>
  Object.entries(functions).flatMap(([question, asked]) =>
    asked
      ? [
          {
            names: [asked.name, ...(asked.also ?? [])],
            what: say(req, `admin:webServices.question.${question}`),
            optional: isOptional && say(req, 'admin:webServices.optional'),
            capabilities: asked.capabilities,
          },
        ]
      : [],
  );

const listIn = (req: Request, names: readonly string[]): string =>
  new Intl.ListFormat(req.language, { type: 'conjunction' }).format(names);
