/** One linked LMS: its state, its checks, the deployments that knocked; suspending and resuming. /admin/platforms/:id */
import { Router, type Request, type Response } from 'express';
import { acceptDeployment } from '../../../domain/platforms/accept-deployment.js';
import { checkPlatform, type PlatformCheck } from '../../../domain/platforms/check-platform.js';
import type { Platform } from '../../../domain/platforms/platform.js';
import { resumePlatform } from '../../../domain/platforms/resume-platform.js';
import { suspendPlatform } from '../../../domain/platforms/suspend-platform.js';
import { formText } from '../../forms/form-body.js';
import { say } from '../../middleware/page-locals.js';
import type { WebServices } from '../../web-services.js';
import { chosenInstitution, ourAddresses } from './platform-form.js';
import { platformOfAddress } from './platform-of-address.js';
import { stateOfPlatform } from './state-of-platform.js';
import { webServicesState } from './web-services-state.js';

const kinds = { passed: 'good', failed: 'bad', 'not-checked': 'neutral' } as const;

export function platformPages(services: WebServices): Router {
  const router = Router();

  const show = async (req: Request, res: Response, platform: Platform, checks?: PlatformCheck[]) => {
    const institutions = await services.institutions.all();
    const nameOf = (id: string): string => institutions.find((known) => known.id === id)?.legalName ?? id;
    res.render('admin-platform', {
      title: platform.name,
      platform,
      lms: say(req, `common:lms.${platform.family}`),
      stateWords: stateOfPlatform(req, platform),
      stateHint: say(req, `admin:platform.stateHint.${platform.state}`),
      suspended: platform.state === 'suspended',
      rows: rowsOf(req, platform),
      deployments: platform.deployments.map((deployment) => ({
        id: deployment.id,
        institution: nameOf(deployment.institutionId),
      })),
      addresses: ourAddresses(req, services.base, platform.family),
      checks: checks?.map((check) => viewCheck(req, check)),
      institutions: institutions.length > 1 ? institutions : undefined,
      webServices: await webServicesState(services, req, platform),
    });
  };

  router.get('/platforms/:id', async (req, res) => {
    await show(req, res, await platformOfAddress(services, req.params.id));
  });

  router.get('/platforms/:id/checks', async (req, res) => {
    const platform = await platformOfAddress(services, req.params.id);
    await show(req, res, platform, await checkPlatform(services, platform));
  });

  router.post('/platforms/:id/deployments', async (req, res) => {
    const platform = await platformOfAddress(services, req.params.id);
    const institutionId = chosenInstitution(req, await services.institutions.all());
    const deploymentId = formText(req, 'deploymentId');
    await acceptDeployment(services, { platformId: platform.id, deploymentId, institutionId });
    res.redirect(303, `/admin/platforms/${platform.id}`);
  });

  router.get('/platforms/:id/suspend', async (req, res) => {
    const platform = await platformOfAddress(services, req.params.id);
    res.render('admin-platform-suspend', {
      title: say(req, 'admin:suspend.title', { name: platform.name }),
      platform,
    });
  });

  router.post('/platforms/:id/suspend', async (req, res) => {
    const platform = await suspendPlatform(services, req.params.id);
    res.redirect(303, `/admin/platforms/${platform.id}`);
  });

  router.post('/platforms/:id/resume', async (req, res) => {
    const platform = await resumePlatform(services, req.params.id);
    res.redirect(303, `/admin/platforms/${platform.id}`);
  });
  return router;
}

function rowsOf(req: Request, platform: Platform): { label: string; value: string }[] {
  const names = [
    'issuer',
    'clientId',
    'authorizationEndpoint',
    'tokenEndpoint',
    'keySetUrl',
    'tokenAudience',
  ] as const;
  return names
    .filter((name) => platform[name])
    .map((name) => ({ label: say(req, `admin:platform.${name}.label`), value: platform[name] ?? '' }));
}

function viewCheck(req: Request, check: PlatformCheck) {
  return {
    title: say(req, `admin:check.name.${check.name}`),
    hint: say(req, `admin:check.reason.${check.reason}`),
    state: say(req, `admin:check.result.${check.result}`),
    kind: kinds[check.result],
  };
}
