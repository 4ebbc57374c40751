/** https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html */
import { expect } from 'chai';
import type { CredentialContent } from '../../../src/documents/credential-content.js';
import { identityHash } from '../../../src/documents/identity/identity-hash.js';
import { hostedAssertion, revokedAssertion } from '../../../src/documents/open-badge-2/assertion.js';
import { badgeClass } from '../../../src/documents/open-badge-2/badge-class.js';
import { issuerProfile2 } from '../../../src/documents/open-badge-2/issuer-profile.js';
import { type KeyProfile, plainProfile } from '../../../src/documents/open-badge-2/key-profile.js';
import { aCredential, anAchievement, anInstitution, testBase } from '../credential-content.builder.js';
import { inTwoLanguages, variants } from '../credential-variants.js';

const context = 'https://w3id.org/openbadges/v2';

describe('hostedAssertion', () => {
  it('made of an award, has every required property of an Assertion', () => {
    const content = aCredential();
    expect(hostedAssertion(content)).to.deep.include({
      '@context': context,
      id: 'https://acquis.example/awards/Aw4rdAw4rdAw4rdAw4rdAw/open-badge-2.json',
      type: 'Assertion',
      recipient: {
        type: 'email',
        hashed: true,
        salt: content.recipient.emailSalt,
        identity: identityHash('ada@example.com', content.recipient.emailSalt),
      },
      badge: 'https://acquis.example/achievements/mc1/2/badge-class.json',
      verification: { type: 'HostedBadge' },
      issuedOn: '2026-03-04T10:11:12Z',
      expires: '2091-03-04T10:11:12Z',
    });
  });

  it('made of an award with evidence, gives each an id, a name and a genre', () => {
    expect(hostedAssertion(aCredential())['evidence']).to.deep.equal([
      {
        id: 'https://acquis.example/awards/Aw4rdAw4rdAw4rdAw4rdAw#evidence-1',
        type: 'Evidence',
        name: 'Grade 17 of 20',
        narrative: 'Result in the course, 3 March 2026.',
        genre: 'grade',
      },
      {
        id: 'https://acquis.example/awards/Aw4rdAw4rdAw4rdAw4rdAw#evidence-2',
        type: 'Evidence',
        name: 'Confirmed by the examiner',
        narrative: 'Seen in the field.',
        genre: 'examiner-confirmation',
      },
    ]);
  });

  it('made of an award whose outcomes are graded, tells each grade with its outcome', () => {
    const graded = variants['one whose outcomes are graded'];
    const told = (content: CredentialContent) => hostedAssertion(content)['narrative'];
    expect(told(graded)).to.equal('Grade: 17 / 20\n\nGrade (Plans a sampling campaign): 15.5 / 20');
    expect(told({ ...graded, grade: undefined })).to.equal('Grade (Plans a sampling campaign): 15.5 / 20');
  });

  it('made of an award with a grade, tells it in words', () => {
    expect(hostedAssertion(aCredential())['narrative']).to.equal('Grade: 17 / 20');
    const inWords = aCredential({ grade: { value: 'très bien', description: 'Mention' } });
    expect(hostedAssertion(inWords)['narrative']).to.equal('Mention: très bien');
  });

  it('made of the least award, leaves out what is not there', () => {
    const least = hostedAssertion(aCredential({ evidence: [], grade: undefined, validUntil: undefined }));
    expect(least).to.not.have.any.keys('evidence', 'narrative', 'expires');
  });
});

describe('revokedAssertion', () => {
  it('made of a revoked award, says so under the same id and names nobody', () => {
    const revoked = revokedAssertion({ base: testBase, awardId: 'a1', reason: 'Issued by mistake' });
    expect(revoked).to.deep.equal({
      '@context': context,
      id: 'https://acquis.example/awards/a1/open-badge-2.json',
      type: 'Assertion',
      revoked: true,
      revocationReason: 'Issued by mistake',
    });
  });
});

describe('badgeClass', () => {
  it('made of a version, has every required property of a BadgeClass', () => {
    expect(badgeClass(aCredential())).to.deep.include({
      '@context': context,
      id: 'https://acquis.example/achievements/mc1/2/badge-class.json',
      type: 'BadgeClass',
      name: 'Soil sampling',
      description: 'Takes soil samples that a laboratory accepts.',
      image: {
        id: 'https://acquis.example/achievements/mc1/2/image.png',
        type: 'Image',
        caption: 'Soil sampling',
      },
      issuer: 'https://acquis.example/institutions/inst1/issuer-2.json',
      version: '2',
      '@language': 'en',
    });
  });

  it('made for a key with a profile of its own, differs in its address and its issuer alone, and both name each other', () => {
    const plain = badgeClass(aCredential(), [], { listed: 'first', others: ['second'] });
    const own = badgeClass(aCredential(), [], { ofKey: 'second', listed: 'second', others: [] });
    const achievement = 'https://acquis.example/achievements/mc1/2';
    expect(plain['related']).to.deep.equal([`${achievement}/badge-class.second.json`]);
    expect(own).to.deep.equal({
      ...plain,
      id: `${achievement}/badge-class.second.json`,
      issuer: 'https://acquis.example/institutions/inst1/issuer-2.second.json',
      related: [`${achievement}/badge-class.json`],
    });
  });

  it('made of a version in two languages, names its edition in the other one, and that names it, for each key by itself', () => {
    const content = aCredential({ achievement: inTwoLanguages });
    const french = aCredential({
      achievement: { ...inTwoLanguages, primaryLanguage: 'fr', firstLanguage: 'en' },
    });
    const achievement = 'https://acquis.example/achievements/mc1/2';
    const own = { ofKey: 'second', listed: 'second', others: [] };
    expect(badgeClass(content)['related']).to.deep.equal([
      { id: `${achievement}/fr/badge-class.json`, '@language': 'fr' },
    ]);
    expect(badgeClass(french, [], own)).to.deep.include({
      id: `${achievement}/fr/badge-class.second.json`,
      '@language': 'fr',
      name: 'Échantillonnage des sols',
      related: [
        `${achievement}/fr/badge-class.json`,
        { id: `${achievement}/badge-class.second.json`, '@language': 'en' },
      ],
    });
  });

  it('made of a version, has criteria for people under its page', () => {
    const { criteria } = badgeClass(aCredential()) as { criteria: { id: string; narrative: string } };
    expect(criteria.id).to.equal('https://acquis.example/achievements/mc1/2');
    expect(criteria.narrative).to.match(/^Pass \*\*both\*\* assessments\./);
  });

  it('made of a version without description, has its title for it: it is required', () => {
    const content = aCredential({ achievement: anAchievement({ description: {} }) });
    expect(badgeClass(content)['description']).to.equal('Soil sampling');
  });

  it('made of any version, has no targetType in its alignments: 2.0 has none', () => {
    for (const alignment of badgeClass(aCredential())['alignment'] as object[]) {
      expect(alignment)
        .to.include.keys('targetName', 'targetUrl')
        .and.not.have.any.keys('targetType', 'type', 'term');
    }
  });
});

describe('issuerProfile2', () => {
  it('made of an institution, has every required property of an Issuer', () => {
    expect(
      issuerProfile2({
        base: testBase,
        institution: anInstitution(),
        profile: { listed: 'first', others: [] },
      }),
    ).to.deep.equal({
      '@context': context,
      id: 'https://acquis.example/institutions/inst1/issuer-2.json',
      type: 'Issuer',
      name: 'Université de Namur',
      url: 'https://www.unamur.example/',
      email: 'badges@unamur.example',
      publicKey: ['https://acquis.example/institutions/inst1/keys-2/first.json'],
      revocationList: 'https://acquis.example/institutions/inst1/revocation-list-2.json',
      verification: {
        type: 'VerificationObject',
        allowedOrigins: ['acquis.example'],
        startsWith: ['https://acquis.example/'],
      },
    });
  });

  it('made for a key with a profile of its own, says the same under its own addresses, and both profiles name each other', () => {
    const made = (profile: KeyProfile) =>
      issuerProfile2({ base: testBase, institution: anInstitution(), profile });
    const plain = made({ listed: 'first', others: ['third', 'second'] });
    const own = made({ ofKey: 'second', listed: 'second', others: [] });
    const home = 'https://acquis.example/institutions/inst1';
    expect(plain['related']).to.deep.equal([`${home}/issuer-2.third.json`, `${home}/issuer-2.second.json`]);
    expect(own).to.deep.equal({
      ...plain,
      id: `${home}/issuer-2.second.json`,
      publicKey: [`${home}/keys-2/second.json`],
      revocationList: `${home}/revocation-list-2.second.json`,
      related: [`${home}/issuer-2.json`],
    });
  });

  it('made where no signature counts, lists no key', () => {
    const none = issuerProfile2({ base: testBase, institution: anInstitution(), profile: plainProfile });
    expect(none).to.not.have.any.keys('publicKey', 'related');
  });

  // the validator wants a dotted name without a port there; without it the origin of the issuer's id counts
  for (const base of [
    'http://127.0.0.1:8080',
    'http://localhost:8080',
    'http://[::1]:8080',
    'https://acquis.example:8443',
    'https://acquis',
  ]) {
    it(`made for ${base}, does not tell which origins are allowed`, () => {
      const profile = issuerProfile2({ base, institution: anInstitution(), profile: plainProfile });
      expect(profile).to.not.have.property('verification');
    });
  }
});
