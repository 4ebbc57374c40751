/** Sets the demonstration up as an administrator would: password, institution, both LMSs with their tokens. Does nothing when it is done. */
import type { DemoLms } from '../demo-lms/demo-lms.js';
import { setUp } from '../domain/institutions/set-up.js';
import { makeSetUpLink } from '../domain/institutions/make-set-up-link.js';
import { keepServiceToken } from '../domain/platforms/keep-service-token.js';
import { linkPlatform } from '../domain/platforms/link-platform.js';
import type { WebServices } from '../web/web-services.js';

export async function linkDemo(
  services: WebServices,
  lmss: readonly DemoLms[],
  password: string,
): Promise<void> {
  if ((await services.administrators.passwordHash()) === undefined) {
    const link = await makeSetUpLink(services);
    await setUp(services, {
      token: link.slice(link.lastIndexOf('/') + 1),
      password,
      institution: {
        legalName: 'Haute École de Démonstration',
        country: 'BE',
        region: 'Bruxelles',
        url: 'https://school.example.org/',
        email: 'registry@school.example.org',
        identifiers: [{ scheme: 'vat', value: 'BE0123456789' }],
        qualityAssurance: {
          kind: 'internal-and-external',
          standard: 'ESG',
          body: 'AEQES',
          url: 'https://www.aeqes.example.org/',
        },
        mayAwardEcts: true,
      },
    });
  }
  const institution = (await services.institutions.all())[0];
  if (!institution) throw new Error('the demonstration has an institution');
  for (const lms of lmss) {
    const facts = lms.registration;
    if (await services.platforms.byClient(facts.issuer, facts.clientId)) continue;
    const platform = await linkPlatform(services, {
      registration: {
        name: lms.kind === 'moodle' ? 'Moodle (demonstration)' : 'Canvas (demonstration)',
        family: lms.kind,
        issuer: facts.issuer,
        clientId: facts.clientId,
        deploymentIds: facts.deploymentIds,
        authorizationEndpoint: facts.authorizationEndpoint,
        tokenEndpoint: facts.tokenEndpoint,
        keySetUrl: facts.keySetUrl,
      },
      institutionId: institution.id,
    });
    const { webServiceToken: token, url: site } = lms;
    await keepServiceToken(services, { platformId: platform.id, token, site });
  }
}
