/** Holds the table of what is carried to the documents as they are made. The certificate's pages: test/web/public/certificate-elements.test.ts. */
import { expect } from 'chai';
import {
  carriedElements,
  type CarriedName,
  type Format,
  formats,
} from '../../../src/documents/carried/carried-elements.js';
import type { CredentialContent } from '../../../src/documents/credential-content.js';
import { europeanDigitalCredential } from '../../../src/documents/elm/european-digital-credential.js';
import { hostedAssertion } from '../../../src/documents/open-badge-2/assertion.js';
import { badgeClass } from '../../../src/documents/open-badge-2/badge-class.js';
import { issuerProfile2 } from '../../../src/documents/open-badge-2/issuer-profile.js';
import { plainProfile } from '../../../src/documents/open-badge-2/key-profile.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { readSdJwt } from '../../../src/documents/sd-jwt/read-sd-jwt.js';
import { aCredential, anAchievement } from '../credential-content.builder.js';
import { inTwoLanguages, variants } from '../credential-variants.js';
import { aClr } from '../clr/a-clr.js';
import { anElmContent } from '../elm/elm-content.builder.js';
import { anSdJwt } from '../sd-jwt/an-sd-jwt.js';
import { aTestIssuer } from '../signers.js';

const full = aCredential();
const page = 'https://acquis.example/achievements/mc1/2';
const withoutLevel = aCredential({
  achievement: anAchievement({ level: { notApplicable: 'Nobody levels it' } }),
});

type Document = Exclude<Format, 'certificate'>;
const documents = formats.filter((format): format is Document => format !== 'certificate');

const written: Record<Document, (content: CredentialContent) => string | Promise<string>> = {
  openBadge3: (content) => JSON.stringify(achievementCredential(content)),
  clr: (content) => JSON.stringify(aClr([achievementCredential(content)])),
  sdJwt: async (content) => {
    const read = readSdJwt(await anSdJwt(await aTestIssuer(), content));
    return JSON.stringify(read?.claims);
  },
  openBadge2: (content) =>
    JSON.stringify([
      hostedAssertion(content),
      badgeClass(content),
      issuerProfile2({ ...content, profile: plainProfile }),
    ]),
  elm: (content) => JSON.stringify(europeanDigitalCredential(anElmContent(content))),
};

/** A record of awards carries each as openBadge3 does. */
interface Marks extends Partial<Record<Exclude<Document, 'clr'>, string>> {
  sdJwt: string;
  /** What people would read. */
  text?: string;
  content?: CredentialContent;
}

const ext = (term: string): string => `"targetType":"ext:${term}"`;
const eqf = 'http://data.europa.eu/snb/eqf/6"';
const esco = full.achievement.outcomes[0]?.alignment?.url;
const ects = 'http://data.europa.eu/snb/education-credit/6fcec5c5af"';
const project = 'http://data.europa.eu/snb/assessment/795dac4096"';
const blended = 'http://data.europa.eu/snb/learning-assessment/e92d221e4d"';
const watched = 'http://data.europa.eu/snb/supervision-verification/70be69aaf9"';

/** By what each element is known: in a form that carries it as data, the field, type or entry of a list. */
const marks: Record<CarriedName, Marks> = {
  learner: {
    sdJwt: `"sub":"${full.recipient.subjectId}"`,
    openBadge3: `"identityHash":"${full.recipient.emailHash}"`,
    openBadge2: `"identity":"${full.recipient.emailHash}"`,
    elm: `"credentialSubject":{"id":"${full.recipient.subjectId}"`,
  },
  learnerName: {
    sdJwt: '"name":"Ada Lovelace"',
    text: 'Ada Lovelace',
    elm: '"fullName":{"en":["Ada Lovelace"]}',
  },
  title: {
    sdJwt: '"title":"Soil sampling"',
    text: 'Soil sampling',
    openBadge3: '"name":"Soil sampling"',
    openBadge2: '"name":"Soil sampling"',
    elm: '"title":{"en":["Soil sampling"],"fr":["Échantillonnage des sols"]}',
  },
  country: {
    sdJwt: '"country":"BE"',
    text: '"targetCode":"BE"',
    openBadge3: '"addressCountryCode":"BE"',
    elm: '"countryCode":{"id":"http://publications.europa.eu/resource/authority/country/BEL"',
  },
  region: {
    sdJwt: '"region":"Wallonie"',
    text: 'Wallonie',
    openBadge3: '"addressRegion":"Wallonie"',
    elm: '"geographicName":{"en":["Wallonie"]}',
  },
  awardingBody: {
    sdJwt: '"awarding_body":{"name":"Université de Namur"',
    text: 'Université de Namur',
    openBadge3: '"name":"Université de Namur"',
    openBadge2: '"type":"Issuer","name":"Université de Namur"',
    elm: '"legalName":{"en":["Université de Namur"]}',
  },
  furtherBodies: {
    sdJwt: '"further_awarding_bodies":[{"name":"Haute École de Namur"',
    text: 'Haute École de Namur',
    openBadge3: ext('AwardingBody'),
    elm: '"legalName":{"en":["Haute École de Namur"]}',
  },
  date: {
    sdJwt: '"date_of_award":"2026-03-04T10:11:12Z"',
    openBadge3: '"awardedDate":"2026-03-04T10:11:12Z"',
    openBadge2: '"issuedOn":"2026-03-04T10:11:12Z"',
    elm: '"awardingDate":"2026-03-04T10:11:12Z"',
  },
  outcomes: {
    sdJwt: '"text":"Takes and labels samples 🌱"',
    text: 'Takes and labels samples 🌱',
    openBadge3: '"name":"Takes and labels samples 🌱","resultType":"ext:LearningOutcome"',
    elm: '"type":"LearningOutcome","title":{"en":["Takes and labels samples 🌱"]}',
  },
  outcomeFramework: {
    sdJwt: `"url":"${esco}"`,
    openBadge3: `"targetUrl":"${esco}"`,
    openBadge2: `"targetUrl":"${esco}"`,
    elm: `"relatedESCOSkill":[{"id":"${esco}"`,
  },
  ects: {
    sdJwt: '"ects":"3"',
    openBadge3: '"creditsEarned":3',
    openBadge2: `"targetUrl":"${ects}`,
    elm: `"framework":{"id":"${ects}`,
  },
  hours: {
    sdJwt: '"hours":"75"',
    text: '75 hours',
    openBadge3: ext('NotionalWorkload'),
    elm: '"volumeOfLearning":"PT75H"',
  },
  eqf: {
    sdJwt: '"eqf":6',
    openBadge3: ext('EQFLevel'),
    openBadge2: `"targetUrl":"${eqf}`,
    elm: `"eqfLevel":{"id":"${eqf}`,
  },
  nqf: { sdJwt: '"nqf":"CFC 6"', text: 'CFC 6', openBadge3: ext('NQFLevel') },
  cycle: {
    sdJwt: '"cycle":{"code":"first"',
    text: 'first cycle',
    openBadge3: ext('QFEHEACycle'),
    elm: '"educationLevel":[{',
  },
  noLevel: {
    sdJwt: '"not_applicable":"Nobody levels it"',
    text: 'Nobody levels it',
    openBadge3: ext('LevelNotApplicable'),
    content: withoutLevel,
  },
  assessmentType: {
    sdJwt: '"type":{"code":"project-work"',
    openBadge3: ext('AssessmentType'),
    openBadge2: `"targetUrl":"${project}`,
    elm: `"dcType":{"id":"${project}`,
  },
  criterion: {
    sdJwt: '"criterion":"Ten samples without contamination."',
    text: 'Ten samples without contamination.',
  },
  participation: {
    sdJwt: '"participation":{"code":"blended"',
    openBadge3: ext('FormOfParticipation'),
    openBadge2: `"targetUrl":"${blended}`,
    elm: `"mode":[{"id":"${blended}`,
  },
  qualityAssurance: {
    sdJwt: '"quality_assurance":{"kind":"external"',
    text: 'AEQES',
    openBadge3: ext('QualityAssurance'),
  },
  prerequisites: {
    sdJwt: '"prerequisites":"Secondary school chemistry."',
    text: 'Secondary school chemistry.',
    openBadge3: ext('Prerequisites'),
    elm: '"entryRequirement":{',
  },
  supervision: {
    sdJwt: '"supervision":{"code":"supervised-on-site-with-identity-verification"',
    openBadge3: ext('SupervisionAndIdentityVerification'),
    openBadge2: `"targetUrl":"${watched}`,
    elm: `"idVerification":{"id":"${watched}`,
  },
  grade: {
    sdJwt: '"grade":{"value":"17"',
    text: '17 / 20',
    openBadge3: '"value":"17"',
    elm: '"noteLiteral":{"en":["17/20"]}',
  },
  outcomeGrade: {
    sdJwt: '"learning_outcomes":[{"learning_outcome":"Plans a sampling campaign","value":"15.5"',
    text: '15.5 / 20',
    openBadge3: '"status":"Completed","value":"15.5"',
    elm: '"noteLiteral":{"en":["15.5/20"]}',
    content: variants['one whose outcomes are graded'],
  },
  stackability: {
    sdJwt: '"stackability":{"kind":"stackable"',
    text: 'Certificate in agronomy',
    openBadge3: ext('Stackability'),
  },
  furtherInformation: {
    sdJwt: '"further_information":{"text":"Bring boots."',
    text: 'Bring boots.',
    openBadge3: ext('FurtherInformation'),
  },
  fieldOfStudy: {
    sdJwt: '"field_of_study":{"code":"0811"',
    text: 'Crop and livestock production',
    openBadge3: '"fieldOfStudy":"Crop and livestock production"',
    elm: '"thematicArea":[{"id":"http://data.europa.eu/snb/isced-f/0811"',
  },
  language: {
    sdJwt: '"language":"en"',
    openBadge3: '"inLanguage":"en"',
    openBadge2: '"@language":"en"',
    elm: '"primaryLanguage":{"id":"http://publications.europa.eu/resource/authority/language/ENG"',
  },
  // Open Badges lead to an edition in that language, which has both
  furtherTitle: {
    sdJwt: '"title#fr":"Échantillonnage des sols"',
    openBadge3: `"related":[{"id":"${page}/fr","type":["Related"],"inLanguage":"fr"}]`,
    openBadge2: `"related":[{"id":"${page}/fr/badge-class.json","@language":"fr"}]`,
    elm: '"fr":["Échantillonnage des sols"]',
    content: aCredential({ achievement: inTwoLanguages }),
  },
  furtherDescription: {
    sdJwt: '"description#fr":"Prélève des échantillons qu’un laboratoire accepte."',
    openBadge3: `"related":[{"id":"${page}/fr","type":["Related"],"inLanguage":"fr"}]`,
    openBadge2: `"related":[{"id":"${page}/fr/badge-class.json","@language":"fr"}]`,
    elm: '"fr":["Prélève des échantillons qu’un laboratoire accepte."]',
    content: aCredential({ achievement: inTwoLanguages }),
  },
  expiry: {
    sdJwt: `"exp":${Date.parse('2091-03-04T10:11:12Z') / 1000}`,
    openBadge3: '"validUntil":"2091-03-04T10:11:12Z"',
    openBadge2: '"expires":"2091-03-04T10:11:12Z"',
    elm: '"validUntil":"2091-03-04T10:11:12Z"',
  },
  evidence: {
    sdJwt: '"kind":"examiner-confirmation"',
    text: 'Seen in the field.',
    openBadge3: '"genre":"examiner-confirmation"',
    openBadge2: '"genre":"examiner-confirmation"',
  },
  revocation: {
    sdJwt: '"status":{"status_list":{',
    text: '"credentialStatus"',
    openBadge3: '"credentialStatus":{',
    openBadge2: '"verification":{"type":"HostedBadge"}',
  },
};

describe('the table of what is carried', () => {
  for (const name of Object.keys(marks) as CarriedName[]) {
    for (const format of documents) {
      const carried = carriedElements[name].in[format];
      it(`${name} in ${format}, when the document is made, then it is there as ${carried}`, async () => {
        const { text, content = full, ...forms } = marks[name];
        const mark = forms[format === 'clr' ? 'openBadge3' : format];
        const document = await written[format](content);
        if (carried === 'data') expect(document).to.contain(mark ?? 'no mark is known');
        else expect(mark, 'a mark of data for what is not carried as data').to.equal(undefined);
        if (carried === 'text') expect(document).to.contain(text ?? 'no text is known');
        if (carried === 'none') expect(document).not.to.contain(text ?? '');
      });
    }
  }
});
