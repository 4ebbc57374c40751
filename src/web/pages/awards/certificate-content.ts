/** What a certificate says, in the reader's language, from the same parts as the page of the award. */
import type { Request } from 'express';
import type { PublicAward } from '../../../domain/awards/public-award.js';
import type { addresses } from '../../../documents/addresses.js';
import type {
  CertificateContent,
  CertificateOutcomes,
  CertificateText,
} from '../../../documents/certificate/certificate-content.js';
import { atAGlance } from '../at-a-glance.js';
import { outcomeGroups, type OutcomeGroup } from '../outcome-groups.js';
import { publicElements } from '../public-elements.js';
import { dayIn, wordsIn, writtenText } from '../words-of.js';
import { evidenceLines, gradeText, statusText } from './show-award.js';

/** Elements that stand in the upper part, under the names of Annex I. */
const facts = ['awardingBodies', 'issuedOn', 'validity'];
/** Those that stand above in larger letters. */
const above = ['learner', 'outcomes', ...facts];

/** @param base public origin without a slash at the end */
export function certificateContent(
  req: Request,
  at: ReturnType<typeof addresses>,
  base: string,
  { award, png, credential }: { award: PublicAward; png: Uint8Array; credential: string },
): CertificateContent {
  const words = wordsIn(req, 'certificate');
  const awardWords = wordsIn(req, 'award');
  const { definition, institution, name } = award;
  const day = dayIn(req);
  const title = writtenText(req, definition.title, definition.language);
  const issuer = institution.legalName;
  const address = at.award(award.id);
  const elements = publicElements(req, award, {
    learner: name?.text ?? awardWords('holderPrivate'),
    issuedOn: day(award.issuedAt),
    validity: award.expiresAt
      ? awardWords('validUntil', { date: day(award.expiresAt) })
      : awardWords('neverExpires'),
    grade: gradeText(req, award),
  });
  return {
    language: req.language,
    documentTitle: words('title', { title: title.text, institution: issuer }),
    issuer,
    kind: words('kind'),
    title,
    holder: {
      label: awardWords('awardedTo'),
      name: name?.text,
      note: name ? awardWords(`nameFrom.${name.from}`) : awardWords('holderPrivate'),
      unprintable: words('unprintableName'),
    },
    warning: award.state === 'expired' ? words('expired', { text: statusText(req, award) }) : undefined,
    facts: elements.filter((row) => facts.includes(row.name)),
    glance: atAGlance(req, definition),
    description: writtenText(req, definition.description, definition.language),
    outcomes: {
      heading: awardWords('outcomes'),
      groups: outcomeGroups(req, definition, award.outcomeGrades).map((group) => outcomesOf(req, group)),
    },
    elements: {
      heading: wordsIn(req, 'public')('elements.title'),
      rows: elements.filter((row) => !above.includes(row.name)),
    },
    evidence: { heading: awardWords('evidenceTitle'), lines: basisLines(req, award) },
    proof: {
      heading: words('check.title'),
      lines: [
        words('check.proof'),
        words('check.where', { verify: `${base.replace(/^https?:\/\//, '')}/verify` }),
      ],
      address,
      qrAlt: words('check.qr', { address }),
    },
    unprintable: words('unprintable'),
    gaps: words('gaps'),
    page: (number, count) => words('page', { number, count }),
    picture: { png, alt: awardWords('imageAlt', { title: title.text, institution: issuer }) },
    credential: {
      file: 'open-badge-3.json',
      type: 'application/vc+ld+json',
      description: words('credential'),
      json: credential,
    },
    issuedAt: award.issuedAt,
  };
}

function outcomesOf(req: Request, { outcomes, assessment, lang }: OutcomeGroup): CertificateOutcomes {
  const words = wordsIn(req, 'certificate');
  const framework = wordsIn(req, 'public');
  const proof = (name: string, text: string | undefined, written?: string): CertificateText[] =>
    text ? [{ text: words(name, { text }), lang: written }] : [];
  return {
    outcomes: outcomes.map(({ text, lang: tag, code, alignment, grade }) => ({
      text,
      lang: tag,
      beside: [
        ...(code ? [{ text: code }] : []),
        ...(grade ? [{ text: `${framework('outcome.grade')} ${grade}` }] : []),
        ...(alignment
          ? [
              {
                text: [
                  framework('outcome.framework', { framework: alignment.framework }),
                  alignment.name,
                  alignment.code,
                ]
                  .filter(Boolean)
                  .join(' '),
              },
            ]
          : []),
      ],
    })),
    proof: assessment
      ? [
          ...proof('provedBy', assessment.name, lang),
          ...proof('type', assessment.type),
          ...proof('criterion', assessment.criterion, lang),
          ...proof('supervision', assessment.supervision),
        ]
      : [],
  };
}

function basisLines(req: Request, award: PublicAward): string[] {
  const course = award.courseTitle ? [wordsIn(req, 'award')('earnedIn', { course: award.courseTitle })] : [];
  const proves = wordsIn(req, 'award')('evidence.proves');
  const seen = evidenceLines(req, award).map(({ what, when, outcome }) =>
    [what, when, outcome && `${proves} ${outcome.text}`].filter(Boolean).join(' '),
  );
  return [...course, ...seen];
}
