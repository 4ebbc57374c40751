/** The seal of the demonstration, linked to a running Acquis as `npm run demo` links it. */
import { expect } from 'chai';
import { linkDemoSeal } from '../../src/app/link-demo-seal.js';
import { demonstrationSeal } from '../../src/demo-seals/demonstration-seal.js';
import { startTrustService, type TrustService } from '../../src/demo-seals/trust-service.js';
import { createGuardedFetch, type GuardedFetch } from '../../src/edges/outbound/guarded-fetch.js';
import { createSealService } from '../../src/edges/seals/create-seal-service.js';
import { anInstitution } from '../support/builders/an-institution.js';
import { memoryInstitutions } from '../support/memory/memory-institutions.js';
import { webServices } from '../web/support/web-harness.js';

describe('the seal of the demonstration', () => {
  let guarded: GuardedFetch;
  let trust: TrustService;
  before(async () => {
    guarded = createGuardedFetch({ allowPrivate: true });
    trust = await startTrustService({ chain: await demonstrationSeal(new Date()) });
  });
  after(async () => {
    await trust.close();
    await guarded.close();
  });

  it('when it is linked, then it is the institution’s own, by its number, and in use; a second time nothing is asked', async () => {
    const institution = anInstitution({ identifiers: [{ scheme: 'vat', value: 'BE0123456789' }] });
    const services = webServices({
      institutions: memoryInstitutions(institution),
      sealService: createSealService({ fetch: guarded.fetch, clock: () => new Date() }),
      allowHttp: true,
    });
    await linkDemoSeal(services, trust);
    const link = await services.sealLinks.of(institution.id);
    expect(link).to.deep.include({ relation: 'own', hasTimeStamps: true });
    const asked = trust.calls.length;
    await linkDemoSeal(services, trust);
    expect(trust.calls).to.have.length(asked);
  });
});
