import { expect } from 'chai';
import { readSdJwt } from '../../../src/documents/sd-jwt/read-sd-jwt.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { startCourse, type CourseWeb, type CourseWorld } from './course-web.js';

describe('the learner’s own credential for wallets', function () {
  this.timeout(60_000);
  const keys = memoryKeys();
  let web: CourseWeb;
  before(() => keys.ensure('institution-1'));
  afterEach(() => web.close());

  const own = async (world: CourseWorld) => {
    web = await startCourse({ ...world, services: { keys } });
    return web.learner();
  };

  it('when the public page shows no name, then the learner gets it with name and e-mail, and no cache keeps it', async () => {
    const award = anIssuedAward({ grade: { score: 15, maximum: 20 } });
    const learner = await own({ awards: [award] });
    const cookie = [...learner.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${web.url}${learner.path}/award/wallet.sd-jwt`, {
      headers: { Cookie: cookie },
    });
    expect(answer.headers.get('Content-Type')).to.equal('application/dc+sd-jwt');
    expect(answer.headers.get('Cache-Control')).to.equal('private, no-store');
    expect(answer.headers.get('Content-Disposition')).to.equal(
      'attachment; filename=wallet_Data-literacy_000001.sd-jwt',
    );
    const read = readSdJwt(await answer.text());
    expect(read?.claims).to.include({ name: award.recipient?.name, email: award.recipient?.email });
    expect(read?.claims['grade']).to.deep.equal({ value: '15', maximum: '20' });
    expect(award.public).to.equal(false);
  });

  it('when the learner shows the name to all, then its public address has no such file all the same', async () => {
    await own({ awards: [anIssuedAward({ public: true })] });
    const answer = await fetch(`${web.url}/awards/${anAward().id}/wallet.sd-jwt`);
    expect(answer.status).to.equal(404);
  });

  it('when the award is revoked, then there is none and the page offers none', async () => {
    const revoked = { state: 'revoked', revokedAt: new Date(0), revocationReason: 'Mistake' } as const;
    const learner = await own({ awards: [anIssuedAward(revoked)] });
    expect((await learner.get('award/wallet.sd-jwt')).status).to.equal(404);
    expect((await learner.get('award')).text).not.to.contain('wallet.sd-jwt');
  });

  it('when the award waits to be claimed, then there is none', async () => {
    const learner = await own({ awards: [anAward()] });
    expect((await learner.get('award/wallet.sd-jwt')).status).to.equal(404);
  });

  it('when it is another learner’s, then it is not given', async () => {
    const learner = await own({ awards: [anIssuedAward({ subject: 'somebody-else' })] });
    expect((await learner.get('award/wallet.sd-jwt')).text).not.to.contain('~');
  });
});
