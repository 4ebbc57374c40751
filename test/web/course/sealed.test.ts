import { expect } from 'chai';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { createSealService } from '../../../src/edges/seals/create-seal-service.js';
import { linkSeal } from '../../../src/domain/seals/link-seal.js';
import { aPng } from '../../documents/baked-image/png.builder.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { startTrustService, type TrustService } from '../../support/trust-service.js';
import { plainPictures } from '../public/public-web.js';
import { now, readable, startCourse, type CourseWeb, type Person } from './course-web.js';

describe('the learner’s award under the seal of the institution', () => {
  let guarded: GuardedFetch;
  let trust: TrustService;
  let web: CourseWeb;
  let learner: Person;
  before(() => (guarded = createGuardedFetch({ allowPrivate: true, timeoutMs: 500 })));
  after(() => guarded.close());
  beforeEach(async () => {
    trust = await startTrustService();
    const sealService = createSealService({ fetch: guarded.fetch, clock: () => now });
    const pictures = { ...plainPictures, badge: async () => aPng() };
    web = await startCourse({
      awards: [anIssuedAward()],
      services: { sealService, pictures, allowHttp: true },
    });
    learner = await web.learner();
  });
  afterEach(async () => {
    await web.close();
    await trust.close();
  });

  const file = 'award/europass-sealed.jsonld';
  const link = async () => {
    const { linkedAt } = await linkSeal(web.services, {
      institutionId: 'institution-1',
      access: trust.access,
    });
    await web.services.sealLinks.decide('institution-1', linkedAt, 'own');
  };
  const publicFile = async () => {
    const [award] = await web.services.awards.ofMicroCredential('micro-credential-1');
    return web.browser().get(`/awards/${award?.id}/europass-sealed.jsonld`);
  };

  it('when a seal is linked, then it is offered and downloaded with the name, and the public has it only while the name is shown', async () => {
    expect((await learner.get('award')).text).not.to.contain(file);
    await link();
    expect((await learner.get('award')).text).to.contain(file);
    const answer = await learner.get(file);
    expect([answer.status, answer.headers.get('content-type')]).to.deep.equal([200, 'application/jose+json']);
    expect(answer.headers.get('content-disposition')).to.equal(
      'attachment; filename=europass-sealed_Data-literacy_000001.jsonld',
    );
    expect(answer.headers.get('cache-control')).to.equal('private, no-store');
    const sealed = JSON.parse(answer.text) as { payload: string; signatures: unknown[] };
    expect(sealed.signatures).to.have.length(1);
    expect(sealed.payload).to.contain('Ada L');
    expect((await publicFile()).status).to.equal(404);
    await learner.submit('award', { public: 'yes' }, 'award/public');
    expect((await publicFile()).text).to.equal(answer.text);
  });

  it('when the public asks for one that its learner never asked for, then none is made', async () => {
    await link();
    await learner.submit('award', { public: 'yes' }, 'award/public');
    trust.calls.length = 0;
    expect((await publicFile()).status).to.equal(404);
    expect(trust.calls).to.deep.equal([]);
  });

  it('when the service is away or refuses, then the page says what that means for the award, in either language', async () => {
    await link();
    trust.behaviour.answers = { info: { status: 503 } };
    const away = await learner.get(file);
    expect(away.status).to.equal(502);
    expect(readable(away.text)).to.contain('The credential could not be sealed just now');
    trust.behaviour.answers = {};
    await link();
    trust.behaviour.answers = { 'credentials/authorize': { status: 400, body: { error: 'invalid_pin' } } };
    const refused = await learner.browser.get(`${learner.path}/${file}`, { 'Accept-Language': 'fr' });
    expect(readable(refused.text)).to.contain('Votre attestation n’est pas touchée');
    expect((await learner.get('award')).text).not.to.contain(file);
  });

  it('when no seal is linked, or it is another learner’s award, then there is none', async () => {
    expect((await learner.get(file)).status).to.equal(404);
    await link();
    const other = await web.learner({ person: { subject: 'somebody-else', name: 'Bob' } });
    expect((await other.get(file)).status).not.to.equal(200);
    expect(await web.services.sealedFiles.has('award-000001')).to.equal(false);
  });
});
