/** Builds the content of random micro-credentials: every optional element there or not, texts that canonicalisers stumble over. */
import type { AchievementContent, CredentialContent } from '../../src/documents/credential-content.js';
import { identityHash } from '../../src/documents/identity/identity-hash.js';
import { aCredential, anAchievement, anInstitution, testBase } from './credential-content.builder.js';
import type { SeededRandom } from './seeded-random.js';

const pieces = [
  'soil',
  'Échantillonnage',
  'a "quoted" word',
  'back\\slash',
  '<b>&amp;</b>',
  'two\nlines',
  'tab\there',
  'bell\u0007',
  'del\u007f',
  'nel\u0085',
  '漢字',
  '🌱👩🏽‍🔬',
  'שלום',
  '\u2028',
  "l'été",
  '^^<http://x>',
  '_:c14n0',
  '_:b1',
  '@en',
  '{"a":1}',
  'urn:acquis:hole:0',
  'https://example.com/a b',
  '%C3%A9',
  ']]>',
  '$&',
];

export function randomText(random: SeededRandom, most = 4): string {
  return Array.from({ length: 1 + random.below(most) }, () => random.oneOf(pieces)).join(' ');
}

export function randomAchievement(random: SeededRandom): AchievementContent {
  const maybe = <T>(value: () => T): T | undefined => (random.chance(0.5) ? value() : undefined);
  const concept = () => ({
    code: random.oneOf(['blended', 'online', '0811']),
    name: randomText(random),
    url: maybe(() => `http://data.europa.eu/snb/concept/${random.below(9)}`),
  });
  const assessments = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
    id: `a${index}`,
    name: random.oneOf(['', randomText(random)]),
    type: concept(),
    criterion: randomText(random),
    supervision: maybe(concept),
  }));
  const outcomes = Array.from({ length: 1 + random.below(4) }, (_, index) => ({
    id: `o${index}`,
    text: { en: randomText(random) },
    code: maybe(() => randomText(random, 1)),
    alignment: maybe(() => ({
      framework: random.oneOf(['ESCO', randomText(random)]),
      code: maybe(() => randomText(random, 1)),
      name: randomText(random),
      url: random.oneOf([
        `http://data.europa.eu/esco/skill/${random.below(99)}`,
        `https://case.example/uri/2f5e8130-46fa-11e7-b197-0000000000${10 + random.below(90)}`,
      ]),
    })),
    assessmentId: random.oneOf(assessments).id,
  }));
  return anAchievement({
    microCredentialId: `mc${random.below(1000)}`,
    version: 1 + random.below(30),
    title: { en: randomText(random), fr: randomText(random) },
    description: random.oneOf<AchievementContent['description']>([
      {},
      { en: randomText(random) },
      { en: randomText(random), fr: randomText(random) },
    ]),
    primaryLanguage: random.oneOf(['en', 'fr', 'de-AT', 'zh-Hant']),
    outcomes,
    assessments,
    workload: {
      ects: maybe(() => random.oneOf(['0.5', '1', '2.5', '7.35', '30'])),
      hours: random.below(200) + 0.5,
    },
    level: random.chance(0.7)
      ? { eqf: 1 + random.below(8), nqf: maybe(() => randomText(random)), cycle: maybe(concept) }
      : { notApplicable: randomText(random) },
    participation: concept(),
    qualityAssurance: {
      kind: random.oneOf(['internal', 'external', 'internal-and-external']),
      standard: random.oneOf(['ESG', randomText(random)]),
      body: randomText(random),
      url: maybe(() => 'https://aeqes.example/'),
      reference: maybe(() => randomText(random, 1)),
    },
    prerequisites: maybe(() => randomText(random)),
    stackability: maybe(() => ({ kind: 'stackable', towards: maybe(() => randomText(random)) })),
    gradeScale: maybe(() => randomText(random)),
    furtherInformation: maybe(() => ({ text: maybe(() => randomText(random)) })),
    fieldOfStudy: maybe(concept),
    criteriaNarrative: randomText(random, 9),
  });
}

/** @param achievement the same for several awards of one class; a random one otherwise */
export function randomCredential(
  random: SeededRandom,
  achievement: AchievementContent = randomAchievement(random),
): CredentialContent {
  const email = `${random.below(1e6)}@example.com`;
  const salt = random.below(2 ** 32).toString(16);
  const named = random.chance(0.7);
  const days = random.below(10_000);
  const moment = (day: number): Date => new Date(Date.UTC(2026, 0, 1 + day, 1, 2, random.below(60), 123));
  return aCredential({
    awardId: `award-${random.below(1e9)}`,
    institution: anInstitution({
      id: `inst${random.below(5)}`,
      region: random.oneOf([undefined, 'Wallonie']),
      imageUrl: random.oneOf([undefined, 'https://www.unamur.example/logo.png']),
      identifiers: random.chance(0.5) ? [] : anInstitution().identifiers,
    }),
    furtherAwardingBodies: random.chance(0.5) ? [] : aCredential().furtherAwardingBodies,
    achievement,
    recipient: {
      subjectId: `urn:uuid:00000000-0000-4000-8000-${String(random.below(1e12)).padStart(12, '0')}`,
      emailHash: identityHash(email, salt),
      emailSalt: salt,
      ...(named && { nameHash: identityHash('Ada', salt), nameSalt: salt }),
    },
    evidence: Array.from({ length: random.below(4) }, () => ({
      name: randomText(random),
      narrative: randomText(random),
      kind: random.oneOf(['grade', 'examiner-confirmation']),
    })),
    grade: random.oneOf([
      undefined,
      { value: random.below(21), maximum: 20 },
      { value: 'très bien', description: randomText(random) },
    ]),
    outcomeGrades: random.chance(0.3)
      ? achievement.outcomes.map(({ id }) => ({ outcomeId: id, value: random.below(21), maximum: 20 }))
      : undefined,
    validFrom: moment(days),
    validUntil: random.chance(0.5) ? moment(days + 900) : undefined,
    awardedOn: random.chance(0.3) ? moment(days - 30) : undefined,
    status: { listUrl: `${testBase}/status/list${random.below(9)}`, index: random.below(131_072) },
  });
}
