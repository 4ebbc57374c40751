import { expect } from 'chai';
import { europeanDigitalCredential } from '../../../../src/documents/elm/european-digital-credential.js';
import { verifyCredential } from '../../../../src/domain/verification/verify-credential.js';
import { anElmContent } from '../../../documents/elm/elm-content.builder.js';
import { aForeignIssuer } from '../foreign-issuer.js';
import { depsOn } from '../foreign-web.js';
import { allTold } from '../told.js';

describe('data of the European Learning Model', function () {
  this.timeout(30_000);
  const file = europeanDigitalCredential(anElmContent());
  const report = async (text: string) => verifyCredential(depsOn((await aForeignIssuer()).web), { text });

  it('when a file of ours is handed in, then it is read, and the signature says that it is unsigned data', async () => {
    const answer = await report(JSON.stringify(file));
    expect([answer.outcome, answer.kind]).to.deep.equal(['invalid', 'elm']);
    expect(allTold(answer)).to.include({ readable: 'passed: elm', signature: 'failed: elm-unsigned' });
  });

  it('when a file is handed in, then title and issuer are told and the learner is not', async () => {
    const { credential } = await report(JSON.stringify(file));
    expect(credential).to.include({ title: 'Soil sampling', issuerName: 'Université de Namur' });
    expect(JSON.stringify(credential)).not.to.contain('Ada');
  });

  it('when it comes with the details of its delivery, as for uploading, then it is read alike', async () => {
    const upload = { credential: file, deliveryDetails: { deliveryAddress: ['ada@example.org'] } };
    const answer = await report(JSON.stringify(upload));
    expect([answer.outcome, answer.kind]).to.deep.equal(['invalid', 'elm']);
    expect(JSON.stringify(answer)).not.to.contain('ada@example.org');
    const badge = { type: 'VerifiableCredential', credential: file };
    expect((await report(JSON.stringify(badge))).kind).to.equal('open-badge-3');
  });

  it('when a file calls itself a badge as well, then it is unsigned data all the same', async () => {
    const type = ['VerifiableCredential', 'OpenBadgeCredential', 'EuropeanDigitalCredential'];
    expect((await report(JSON.stringify({ ...file, type }))).kind).to.equal('elm');
  });

  it('when a proof stands in it, then it is judged as a signed credential and found wrong', async () => {
    const answer = await report(JSON.stringify({ ...file, proof: { type: 'DataIntegrityProof' } }));
    expect([answer.outcome, answer.kind]).to.deep.equal(['invalid', 'open-badge-3']);
  });
});
