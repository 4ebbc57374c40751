/** https://www.imsglobal.org/spec/ob/v3p0/#endorsementcredential */
import { expect } from 'chai';
import { addresses } from '../../../src/documents/addresses.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { strictCredential } from '../../../src/documents/open-badge-3/credential-shape.js';
import {
  endorsementCredential,
  type EndorsementContent,
} from '../../../src/documents/open-badge-3/endorsement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { checkContexts } from '../../../src/documents/read/check-contexts.js';
import { checkSchema } from '../../../src/documents/read/check-schema.js';
import { readCredential } from '../../../src/documents/read/read-credential.js';
import type { CredentialReading } from '../../../src/documents/read/reading.js';
import { aCredential, anAchievement, anInstitution, testBase } from '../credential-content.builder.js';
import { officialSchema } from '../official-schema.js';
import { referenceFault } from '../reference-verifier.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

const { microCredentialId, version } = anAchievement();
const achievement = addresses(testBase).achievement(microCredentialId, version);
const validFrom = new Date('2026-05-20T09:00:00Z');

const anEndorsement = (changes: Partial<EndorsementContent> = {}): EndorsementContent => ({
  base: testBase,
  endorsementId: 'e1',
  institution: anInstitution(),
  about: { id: achievement, title: 'Soil sampling' },
  endorser: { name: 'Acme SA', url: 'https://acme.example/', country: 'BE' },
  statement: { en: 'We hire people who hold it.' },
  confirmation: { by: 'email', domain: 'acme.example' },
  validFrom,
  ...changes,
});

const commentOf = ({ credentialSubject: subject }: JsonObject): string =>
  (subject as Record<string, string>)['endorsementComment'] ?? '';

describe('endorsementCredential', function () {
  this.timeout(60_000);
  let issuer: TestIssuer;
  let signed: JsonObject;
  before(async () => {
    issuer = await aTestIssuer();
    signed = await signDataIntegrity(issuer.dataIntegrity, endorsementCredential(anEndorsement()), validFrom);
  });

  it('when it is signed, then schema, contexts and the reference implementation have nothing to say', async () => {
    const reading = readCredential({ text: JSON.stringify(signed) }) as CredentialReading;
    expect(checkSchema(reading)).to.deep.equal({ name: 'schema', result: 'passed', reason: 'shape-right' });
    expect((await checkContexts(signed)).result).to.equal('passed');
    expect(await referenceFault(signed, issuer)).to.equal(undefined);
  });

  it('when it is made, then its issuer is who signs, and its texts name who speaks', () => {
    const made = endorsementCredential(anEndorsement());
    expect(made['issuer']).to.deep.include({
      id: 'did:web:acquis.example:institutions:inst1',
      name: 'Université de Namur',
    });
    expect(made['name']).to.equal('Acme SA endorses “Soil sampling”');
    expect(commentOf(made)).to.equal(
      'Acme SA (https://acme.example/, Belgium) says:\n\n“We hire people who hold it.”\n\n' +
        'Recorded by Université de Namur, which signs this for Acme SA: the signature is not Acme SA’s own.',
    );
    expect(made['description']).to.contain('confirmed an e-mail address at acme.example');
    expect(made['credentialSubject']).to.include({ id: achievement });
  });

  it('when no address was confirmed, then it says who vouches', () => {
    const made = endorsementCredential(anEndorsement({ confirmation: { by: 'inviter' } }));
    expect(made['description']).to.contain(
      'No e-mail address was confirmed: Université de Namur, which invited the person, vouches for them.',
    );
  });

  it('when it is in several languages, then each stands under its own name, and the first tells the rest', () => {
    const statement = { fr: 'Nous recrutons.', de: 'Wir stellen ein.' };
    const comment = commentOf(endorsementCredential(anEndorsement({ statement })));
    expect(comment.split('\n\n')).to.deep.equal([
      'Acme SA (https://acme.example/, Belgique) déclare :',
      'français : « Nous recrutons. »',
      'Deutsch: “Wir stellen ein.”',
      'Consigné par Université de Namur, qui signe ceci pour l’organisation Acme SA : celle-ci ne l’a pas signé elle-même.',
    ]);
  });

  describe('inside of an award', () => {
    let ofIssuer: JsonObject;
    let whole: JsonObject;
    before(async () => {
      const about = { id: issuer.did, title: 'Namur' };
      ofIssuer = await signDataIntegrity(
        issuer.dataIntegrity,
        endorsementCredential(anEndorsement({ endorsementId: 'e2', about })),
        validFrom,
      );
      const endorsements = { achievement: [signed], institution: [ofIssuer] };
      const award = achievementCredential({ ...aCredential(), endorsements });
      whole = await signDataIntegrity(issuer.dataIntegrity, award, validFrom);
    });

    it('when the award is signed, then both stand in it, and our own checks and the reference implementation pass it', async () => {
      const inside = ((whole['credentialSubject'] as JsonObject)['achievement'] as JsonObject)['endorsement'];
      expect(inside).to.deep.equal([signed]);
      expect((whole['issuer'] as JsonObject)['endorsement']).to.deep.equal([ofIssuer]);
      expect(strictCredential.safeParse(whole).error).to.equal(undefined);
      expect((await checkContexts(whole)).result).to.equal('passed');
      expect(await referenceFault(whole, issuer)).to.equal(undefined);
      expect(await referenceFault({ ...whole, name: 'Another' }, issuer)).to.be.a('string');
    });

    it('when the official schema judges the award, then it has nothing to say', async function () {
      const faults = await officialSchema();
      if (!faults) return this.skip();
      expect(faults(whole)).to.deep.equal([]);
    });
  });

  it('when an award carries none, then it has no member for them', () => {
    const none = { achievement: [], institution: [] };
    expect(achievementCredential({ ...aCredential(), endorsements: none })).to.deep.equal(
      achievementCredential(aCredential()),
    );
  });
});
