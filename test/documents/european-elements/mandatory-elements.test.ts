/** All eleven mandatory elements of Annex I (Council Recommendation 2022/C 243/02) are to be found in both versions. */
import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { hostedAssertion } from '../../../src/documents/open-badge-2/assertion.js';
import { badgeClass } from '../../../src/documents/open-badge-2/badge-class.js';
import { issuerProfile2 } from '../../../src/documents/open-badge-2/issuer-profile.js';
import { plainProfile } from '../../../src/documents/open-badge-2/key-profile.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { aCredential, testBase } from '../credential-content.builder.js';

describe('the mandatory elements in Open Badges 3.0', () => {
  const content = aCredential();
  const credential = achievementCredential(content);
  const issuer = credential['issuer'] as JsonObject;
  const subject = credential['credentialSubject'] as JsonObject;
  const achievement = subject['achievement'] as JsonObject;
  const alignments = achievement['alignment'] as JsonObject[];
  const descriptions = achievement['resultDescription'] as JsonObject[];
  const aligned = (term: string): JsonObject[] =>
    alignments.filter((alignment) => alignment['targetType'] === `ext:${term}`);

  it('M1, asked for the learner, gives id and hashed identities', () => {
    expect(subject['id']).to.match(/^urn:uuid:/);
    expect(subject['identifier']).to.have.length(2);
  });

  it('M2, asked for the title, gives name', () => {
    expect(achievement['name']).to.equal('Soil sampling');
  });

  it('M3, asked for country and region, gives the address of the issuer', () => {
    expect(issuer['address']).to.include({ addressCountryCode: 'BE', addressRegion: 'Wallonie' });
  });

  it('M4, asked for the awarding bodies, gives the issuer with its identifiers, and the others', () => {
    expect(issuer['name']).to.equal('Université de Namur');
    expect(issuer['otherIdentifier']).to.have.length(2);
    expect(aligned('AwardingBody')).to.deep.equal([
      {
        type: ['Alignment'],
        targetType: 'ext:AwardingBody',
        targetFramework: 'Awarding body',
        targetName: 'Haute École de Namur',
        targetCode: 'BE',
        targetUrl: 'https://hen.example/',
      },
    ]);
  });

  it('M5, asked for the date, gives validFrom and awardedDate', () => {
    expect(credential).to.include({ validFrom: '2026-03-04T10:11:12Z', awardedDate: '2026-03-04T10:11:12Z' });
  });

  it('M6, asked for the outcomes, gives each as result description with code, framework and assessment', () => {
    const outcomes = descriptions.filter((one) => one['resultType'] === 'ext:LearningOutcome');
    expect(outcomes.map((one) => one['name'])).to.deep.equal([
      'Plans a sampling campaign',
      'Takes and labels samples 🌱',
    ]);
    const [first, second] = outcomes.map((one) =>
      (one['alignment'] as JsonObject[]).map((alignment) => alignment['targetType']),
    );
    expect(first).to.deep.equal([
      'ext:LearningOutcomeCode',
      'ext:LearningOutcomeFramework',
      'ext:AssessmentType',
    ]);
    expect(second).to.deep.equal(['ext:AssessmentType', 'ext:SupervisionAndIdentityVerification']);
  });

  it('M6, asked whether they were reached, gives a result Completed for each', () => {
    const results = (subject['result'] as JsonObject[]).filter((one) => one['status'] === 'Completed');
    expect(results).to.have.length(2);
  });

  it('M7, asked for the workload, gives ECTS as number and as text, and hours as duration', () => {
    expect(achievement['creditsAvailable']).to.equal(3);
    expect(subject['creditsEarned']).to.equal(3);
    expect(aligned('ECTS')[0]).to.include({ targetCode: '3', targetName: '3 ECTS' });
    expect(aligned('NotionalWorkload')[0]).to.include({ targetCode: 'PT75H', targetName: '75 hours' });
  });

  it('M8, asked for the level, gives EQF, national level and cycle', () => {
    expect(aligned('EQFLevel')[0]).to.include({
      targetFramework: 'European Qualifications Framework',
      targetCode: '6',
      targetUrl: 'http://data.europa.eu/snb/eqf/6',
    });
    expect(aligned('NQFLevel')[0]).to.include({ targetName: 'CFC 6' });
    expect(aligned('QFEHEACycle')[0]).to.include({ targetName: 'first cycle', targetCode: 'first' });
  });

  it('M9, asked for the assessments, gives each with type and criterion', () => {
    const [plan, field] = aligned('AssessmentType');
    expect(plan).to.include({
      targetName: 'Campaign plan',
      targetCode: 'project-work',
      targetDescription: 'project work. Criterion: The plan names depth, grid and transport.',
    });
    expect(field).to.include({ targetName: 'Field test', targetCode: 'practical-assessment' });
  });

  it('M10, asked for the form of participation, gives it', () => {
    expect(aligned('FormOfParticipation')[0]).to.include({ targetName: 'blended', targetCode: 'blended' });
  });

  it('M11, asked for the quality assurance, gives kind, standard, body and reference', () => {
    expect(aligned('QualityAssurance')[0]).to.include({
      targetFramework: 'ESG',
      targetName: 'AEQES',
      targetCode: 'DEQAR-12345',
      targetDescription: 'External quality assurance',
      targetUrl: 'https://aeqes.example/',
    });
  });

  it('O1 to O5, asked for the optional ones, gives what is there', () => {
    const optional = [
      'Prerequisites',
      'SupervisionAndIdentityVerification',
      'Stackability',
      'FurtherInformation',
    ];
    for (const term of [...optional, 'FieldOfStudy']) expect(aligned(term), term).to.have.length(1);
    expect(aligned('Stackability')[0]).to.include({ targetDescription: 'Certificate in agronomy' });
  });
});

describe('the mandatory elements in Open Badges 2.0', () => {
  const content = aCredential();
  const assertion = hostedAssertion(content);
  const badge = badgeClass(content);
  const issuer = issuerProfile2({
    base: testBase,
    institution: content.institution,
    profile: plainProfile,
  });
  const criteria = (badge['criteria'] as JsonObject)['narrative'] as string;
  const names = (badge['alignment'] as JsonObject[]).map((one) => one['targetName']);

  it('M1, M2, M4 and M5, asked for learner, title, body and date, gives them in its own terms', () => {
    expect(assertion['recipient']).to.include({ identity: content.recipient.emailHash });
    expect(badge['name']).to.equal('Soil sampling');
    expect(issuer['name']).to.equal('Université de Namur');
    expect(assertion['issuedOn']).to.equal('2026-03-04T10:11:12Z');
  });

  it('M4 and M6 to M11, asked for the others, gives alignments for software', () => {
    expect(names).to.include.members([
      'Haute École de Namur',
      'Plans a sampling campaign',
      'Takes and labels samples 🌱',
      'conduct soil sample tests',
      '3 ECTS',
      '75 hours',
      'EQF level 6',
      'Campaign plan',
      'Field test',
      'blended',
      'AEQES',
    ]);
  });

  it('M6 to M11, asked for the others, gives sentences in the criteria for people', () => {
    for (const words of [
      '**Learning outcome**: Plans a sampling campaign (assessed by: Campaign plan)',
      '**ECTS credits**: 3 ECTS',
      '**European Qualifications Framework**: EQF level 6',
      '**Form of participation**: blended',
      '**Quality assurance**: AEQES. External quality assurance. ESG. DEQAR-12345',
    ]) {
      expect(criteria).to.contain(words);
    }
  });

  it('M3 and M4, asked for the countries of the bodies, gives them in alignments and criteria', () => {
    expect(badge['alignment']).to.deep.include({
      targetFramework: 'Awarding body',
      targetName: 'Université de Namur',
      targetCode: 'BE',
      targetDescription: 'Wallonie',
      targetUrl: 'https://www.unamur.example/',
    });
    expect(criteria).to.contain('**Awarding body**: Université de Namur. Wallonie. BE');
    expect(criteria).to.contain('**Awarding body**: Haute École de Namur. BE');
  });
});
