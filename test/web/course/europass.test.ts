import { expect } from 'chai';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { startCourse, type CourseWeb, type CourseWorld } from './course-web.js';

describe('the learner’s own file for Europass', () => {
  let web: CourseWeb;
  afterEach(() => web.close());

  const own = async (world: CourseWorld) => {
    web = await startCourse(world);
    return (await web.learner()).get('award/europass.jsonld');
  };

  it('when the public page shows no name, then the learner gets it with the name all the same', async () => {
    const award = anIssuedAward();
    const answer = await own({ awards: [award] });
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('Content-Disposition')).to.equal(
      'attachment; filename=europass_Data-literacy_000001.jsonld',
    );
    const { type, credentialSubject } = JSON.parse(answer.text) as {
      type: string[];
      credentialSubject: { fullName: Record<string, string[]> };
    };
    expect(type).to.include('EuropeanDigitalCredential');
    expect(Object.values(credentialSubject.fullName)).to.deep.equal([[award.recipient?.name]]);
    expect(award.public).to.equal(false);
  });

  it('when the award is revoked, then there is none', async () => {
    const revoked = { state: 'revoked', revokedAt: new Date(0), revocationReason: 'Mistake' } as const;
    expect((await own({ awards: [anIssuedAward(revoked)] })).status).to.equal(404);
  });

  it('when the award waits to be claimed, then there is none', async () => {
    expect((await own({ awards: [anAward()] })).status).to.equal(404);
  });

  it('when it is another learner’s, then it leads to the progress', async () => {
    const answer = await own({ awards: [anIssuedAward({ subject: 'somebody-else' })] });
    expect(answer.text).not.to.contain('EuropeanDigitalCredential');
  });
});
