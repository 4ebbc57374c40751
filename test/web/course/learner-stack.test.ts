/** The record of a stack, over HTTP, of awards that were really claimed, and what our verification says of it. */
import { expect } from 'chai';
import { strictClr } from '../../../src/documents/clr/clr-shape.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { randomId } from '../../../src/shared/ids.js';
import { inside } from '../../documents/clr/a-clr.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { anAward } from '../../support/builders/an-award.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { memoryStatusLists } from '../../support/memory/memory-awards.js';
import { readable, startCourse, type CourseWeb } from './course-web.js';

const keys = memoryKeys();
const stackability = { kind: 'stackable', towards: 'Soil & water' } as const;

describe('the record of what counts towards a larger credential', function () {
  this.timeout(60_000);
  let web: CourseWeb;
  let ids: Record<string, string>;
  before(() => keys.ensure('institution-1'));
  afterEach(() => web.close());

  /** Enters the course as the learner who has claimed micro-credentials of these titles. */
  async function enter(...titles: string[]) {
    ids = {};
    web = await startCourse({
      microCredential: aMicroCredential({
        versions: [aVersion({ title: { en: titles[0] ?? '' }, stackability })],
      }),
      services: {
        keys,
        statusLists: memoryStatusLists((number) => `status-list-${String(number).padStart(10, '0')}`),
      },
    });
    for (const [at, title] of titles.entries()) {
      const microCredentialId = at === 0 ? 'micro-credential-1' : randomId();
      const isPart = title !== 'Soil & Water' && title !== 'Writing';
      const version = aVersion({ title: { en: title }, ...(isPart && { stackability }) });
      if (at > 0)
        await web.services.microCredentials.add(
          aMicroCredential({ id: microCredentialId, linkId: `link-${at + 1}`, versions: [version] }),
        );
      const offer = anAward({ id: randomId(), microCredentialId });
      ids[title] = offer.id;
      await web.services.awards.offer(offer);
      await web.services.confirmations.decide(aConfirmation({ microCredentialId, at: web.services.clock() }));
      await claimAward(web.services, {
        awardId: offer.id,
        visit: aVisit(),
        carryGrade: false,
        consent: true,
      });
    }
    return web.learner();
  }
  const path = 'award/stack.json?towards=Soil%20%26%20water';
  const subjectOf = (record: JsonObject): JsonObject => record['credentialSubject'] as JsonObject;

  it('when two parts and the larger one are held, then the page offers the stack, the file has the three, and it verifies', async () => {
    const learner = await enter('Soil', 'Water', 'Writing', 'Soil & Water');
    const { text } = await learner.get('award');
    expect(readable(text)).to.contain('What counts towards Soil & water, as one record');
    expect(text).to.contain(`href="${learner.path}/${path.replace('=', '&#x3D;')}"`);
    const answer = await learner.get(path);
    expect([answer.status, answer.headers.get('Cache-Control')]).to.deep.equal([200, 'private, no-store']);
    expect(answer.headers.get('Content-Disposition')).to.contain('record_Soil-water.json');
    const record = JSON.parse(answer.text) as JsonObject;
    expect(strictClr.safeParse(record).error?.issues).to.equal(undefined);
    expect(record['name']).to.equal('What counts towards Soil & water');
    expect(inside(record).map(({ id }) => (id as string).split('/').at(-1))).to.have.members(
      ['Soil', 'Water', 'Soil & Water'].map((title) => ids[title]),
    );
    const kinds = (subjectOf(record)['association'] as JsonObject[]).map((one) => one['associationType']);
    expect(kinds).to.deep.equal(['isPartOf', 'isPartOf']);
    const report = await verifyCredential(web.services, { text: answer.text });
    expect([report.outcome, report.kind, report.inside?.length]).to.deep.equal(['valid', 'clr', 3]);
    const changed = answer.text.replace('towards Soil & water', 'towards everything');
    expect((await verifyCredential(web.services, { text: changed })).outcome).to.equal('altered');
  });

  it('when a French reader asks, then link and name of the record are French', async () => {
    const learner = await enter('Soil', 'Water');
    const french = { 'Accept-Language': 'fr' };
    const { text } = await learner.browser.get(`${learner.path}/award`, french);
    expect(readable(text)).to.contain('Ce qui compte pour « Soil & water », en un seul relevé');
    const record = JSON.parse(
      (await learner.browser.get(`${learner.path}/${path}`, french)).text,
    ) as JsonObject;
    expect(record['name']).to.match(/^Ce qui compte pour «\sSoil & water\s»$/);
    expect(subjectOf(record)).not.to.have.property('association');
  });

  it('when one part is held, or another name is asked for, or none, then there is no stack', async () => {
    const learner = await enter('Soil', 'Writing');
    const { text } = await learner.get('award');
    expect(text).to.contain('record.json').and.not.to.contain('stack.json');
    for (const asked of [path, 'award/stack.json?towards=Writing', 'award/stack.json'])
      expect((await learner.get(asked)).status).to.equal(404);
  });

  it('when a part is revoked, or a teacher asks, then it is not given', async () => {
    const learner = await enter('Soil', 'Water');
    expect((await (await web.teacher()).get(path)).status).to.equal(403);
    expect((await learner.get(path)).status).to.equal(200);
    const at = web.services.clock();
    await web.services.awards.revoke(ids['Water'] ?? '', at, 'Mistake', {
      what: 'revoked',
      at,
      by: 'teacher-1',
    });
    expect((await learner.get(path)).status).to.equal(404);
  });
});
