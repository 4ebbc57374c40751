import { expect } from 'chai';
import { inside } from '../../documents/clr/a-clr.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { readable, startCourse, type CourseWeb } from './course-web.js';

describe('the record of all that a learner holds', function () {
  this.timeout(60_000);
  const keys = memoryKeys();
  let web: CourseWeb;
  before(() => keys.ensure('institution-1'));
  afterEach(() => web.close());

  const badge = (id: string): string =>
    JSON.stringify({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: `https://acquis.example/awards/${id}`,
      type: ['VerifiableCredential'],
      credentialSubject: { id: `urn:uuid:${id}` },
    });
  const first = anIssuedAward();
  const second = anIssuedAward({
    id: 'award-0000000000000002',
    microCredentialId: 'micro-credential-2',
    issuedAt: new Date('2026-11-21T09:00:00Z'),
  });
  const [one, two] = [first, second].map((award) => ({
    ...award,
    documents: { openBadge3: badge(award.id), openBadge3Jwt: 'a.b.c', openBadge2: '{}' },
  }));

  const enter = async (...awards: (typeof one)[]) => {
    web = await startCourse({ awards: awards.filter((award) => award !== undefined), services: { keys } });
    return web.learner();
  };

  it('when there are two, then the page offers a record, which has both and which no cache keeps', async () => {
    const learner = await enter(one, two);
    const { text } = await learner.get('award');
    expect(readable(text)).to.contain('You hold 2 valid micro-credentials here.');
    expect(text).to.contain(`href="${learner.path}/award/record.json">`);
    const cookie = [...learner.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${web.url}${learner.path}/award/record.json`, {
      headers: { Cookie: cookie },
    });
    expect(answer.headers.get('Cache-Control')).to.equal('private, no-store');
    expect(answer.headers.get('Content-Disposition')).to.equal('attachment; filename=record.json');
    const record = (await answer.json()) as JsonObject;
    expect(record['type']).to.deep.equal(['VerifiableCredential', 'ClrCredential']);
    expect(inside(record).map((inner) => JSON.stringify(inner))).to.deep.equal(
      [two, one].map((award) => award?.documents.openBadge3),
    );
  });

  it('when there is one, then no record is offered, and there is none', async () => {
    const learner = await enter(one);
    expect((await learner.get('award')).text).not.to.contain('record.json');
    expect((await learner.get('award/record.json')).status).to.equal(404);
  });

  it('when the other one is revoked after a record was made, then there is none any more', async () => {
    const learner = await enter(one, two);
    expect((await learner.get('award/record.json')).status).to.equal(200);
    const at = new Date();
    await web.services.awards.revoke(second.id, at, 'Mistake', { what: 'revoked', at, by: 'teacher-1' });
    expect((await learner.get('award/record.json')).status).to.equal(404);
  });

  it('when a teacher asks, then it is not given', async () => {
    await enter(one, two);
    expect((await (await web.teacher()).get('award/record.json')).status).to.equal(403);
  });
});
