import { expect } from 'chai';
import { inLaterEdition } from '../../../src/documents/contexts/later-edition.js';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { mostEndorsements } from '../../../src/domain/verification/open-badge-3/verify-endorsements.js';
import type { VerificationReport } from '../../../src/domain/verification/report.js';
import { shareableResult } from '../../../src/domain/verification/shared-results/shareable-result.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { anEndorsement } from './an-endorsement.js';
import { aForeignIssuer, type ForeignIssuer } from './foreign-issuer.js';
import { depsOn } from './foreign-web.js';

describe('endorsements inside of a credential', function () {
  this.timeout(60_000);
  let issuer: ForeignIssuer;
  let agency: ForeignIssuer;
  let about: string;
  before(async () => {
    [issuer, agency] = await Promise.all([aForeignIssuer(), aForeignIssuer('https://agency.example')]);
    for (const [url, standing] of agency.web.stands) {
      if (url.startsWith('https://agency.example/')) issuer.web.stands.set(url, standing);
    }
    about = issuer.credential()['id'] as string;
  });
  const endorsed = (changes: JsonObject = {}, id = about) => agency.sign(anEndorsement(agency, id, changes));
  const verify = async (changes: JsonObject): Promise<VerificationReport> => {
    const credential = await issuer.sign({ ...issuer.credential(), ...changes });
    return verifyCredential(depsOn(issuer.web), { text: JSON.stringify(credential) });
  };
  const outcomesOf = ({ outcome, endorsements }: VerificationReport) => [
    outcome,
    ...(endorsements ?? []).map((one) => `${one.outcome}${one.aboutThis ? '' : ' about something else'}`),
  ];

  it('when there is none, then none is told', async () => {
    expect(await verify({})).not.to.have.property('endorsements');
  });

  it('when another issuer made it, then it is verified by that issuer’s key, and no longer counted as unchecked', async () => {
    const report = await verify({ endorsement: [await endorsed()] });
    expect(outcomesOf(report)).to.deep.equal(['valid', 'valid']);
    const [one] = report.endorsements ?? [];
    expect(one?.credential).to.include({ title: 'Recognised by the regional agency', endorses: about });
    expect(one?.checks.find(({ name }) => name === 'issuer-identified')?.details).to.deep.equal({
      domain: 'agency.example',
    });
    expect(report.checks.find(({ name }) => name === 'schema')).not.to.have.property('details');
  });

  it('when it has no contexts of its own, then it is read in those around it', async () => {
    const bare = without(await endorsed(), '@context');
    expect(outcomesOf(await verify({ endorsement: [bare] }))).to.deep.equal(['valid', 'valid']);
  });

  it('when it is a token in a token, then it is verified as well', async () => {
    const credential = {
      ...issuer.credential(),
      endorsementJwt: [await agency.jwt(anEndorsement(agency, about))],
    };
    const report = await verifyCredential(depsOn(issuer.web), { text: await issuer.jwt(credential) });
    expect(outcomesOf(report)).to.deep.equal(['valid', 'valid']);
  });

  it('when it is a token in a credential signed in the context as published since it knows that, then both are verified', async () => {
    const endorsementJwt = [await agency.jwt(anEndorsement(agency, about))];
    const credential: JsonObject = { ...issuer.credential(), endorsementJwt };
    const signed = await issuer.sign(inLaterEdition(credential));
    const handedIn = JSON.stringify({ ...signed, '@context': credential['@context'] ?? [] });
    const report = await verifyCredential(depsOn(issuer.web), { text: handedIn });
    expect(outcomesOf(report)).to.deep.equal(['valid', 'valid']);
  });

  it('when it is a token that was added after signing, then the credential is altered', async () => {
    const signed = await issuer.sign(issuer.credential());
    const endorsementJwt = [await agency.jwt(anEndorsement(agency, about))];
    const report = await verifyCredential(depsOn(issuer.web), {
      text: JSON.stringify({ ...signed, endorsementJwt }),
    });
    expect(outcomesOf(report)).to.deep.equal(['altered', 'valid']);
  });

  it('when it speaks of the achievement or the issuer from within them, then it is about them', async () => {
    const { credentialSubject, issuer: profile } = issuer.credential() as Record<string, JsonObject>;
    const achievement = credentialSubject?.['achievement'] as JsonObject;
    const report = await verify({
      issuer: { ...profile, endorsement: [await endorsed({}, profile?.['id'] as string)] },
      credentialSubject: {
        ...credentialSubject,
        achievement: { ...achievement, endorsement: [await endorsed({}, achievement['id'] as string)] },
      },
    });
    expect(outcomesOf(report)).to.deep.equal(['valid', 'valid', 'valid']);
  });

  it('when it speaks of something else, then that is told, and the credential is what it is', async () => {
    const report = await verify({ endorsement: [await endorsed({}, 'https://badges.example.net/awards/2')] });
    expect(outcomesOf(report)).to.deep.equal(['valid', 'valid about something else']);
  });

  it('when it was altered, forged, is not signed, over, or no endorsement, then each is told; none takes the credential along', async () => {
    const right = await endorsed();
    const subject = { id: about, type: ['EndorsementSubject'], endorsementComment: 'The best of all.' };
    const forged = await agency.sign(anEndorsement(issuer, about));
    const report = await verify({
      endorsement: [
        { ...right, credentialSubject: subject },
        forged,
        without(right, 'proof'),
        await endorsed({ validUntil: '2026-04-01T00:00:00Z' }),
      ],
    });
    expect(outcomesOf(report)).to.deep.equal(['valid', 'altered', 'invalid', 'invalid', 'expired']);
    const token = {
      ...issuer.credential(),
      endorsementJwt: ['a.b.c', await issuer.jwt(issuer.credential())],
    };
    const inToken = await verifyCredential(depsOn(issuer.web), { text: await issuer.jwt(token) });
    expect(inToken.endorsements?.map(({ outcome }) => outcome)).to.deep.equal(['unreadable', 'unreadable']);
  });

  it('when there are more than are verified, then the rest is counted as unchecked', async () => {
    const many = await Promise.all(
      Array.from({ length: mostEndorsements + 2 }, (_, n) =>
        endorsed({ id: `https://agency.example/e/${n}` }),
      ),
    );
    const slim = many.map((one) => without(one, 'image', 'description'));
    const report = await verify({ endorsement: slim });
    expect(report.endorsements).to.have.length(mostEndorsements);
    const schema = report.checks.find(({ name }) => name === 'schema');
    expect(schema?.details).to.deep.equal({ endorsements: 2 });
  });

  it('when the result is shared, then they are not in it: they may speak of a person', async () => {
    const text = JSON.stringify(shareableResult(await verify({ endorsement: [await endorsed()] })));
    expect(text).to.not.contain('regional agency').and.not.contain('laboratory');
  });
});
