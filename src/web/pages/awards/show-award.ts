/** GET /awards/:id for people: what was earned, how it was assessed, whether it still stands. Names nobody until the learner wants it. */
import type { Request, RequestHandler } from 'express';
import { publicAward, type PublicAward } from '../../../domain/awards/public-award.js';
import type { Definition } from '../../../domain/micro-credentials/definition.js';
import { addresses } from '../../../documents/addresses.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';
import { atAGlance } from '../at-a-glance.js';
import { endorsementRows } from '../endorsements/endorsement-rows.js';
import { outcomeGroups } from '../outcome-groups.js';
import { publicElements } from '../public-elements.js';
import type { PublicHead } from '../public-head.js';
import { ruleKey } from '../rule-key.js';
import { thresholdText } from '../threshold-text.js';
import { dayIn, numberIn, sayIn, wordsIn, writtenText } from '../words-of.js';
import { downloadsOf } from './downloads.js';
import { qrCode } from './qr-code.js';

const kinds: Record<PublicAward['state'], string> = {
  valid: 'good',
  suspended: 'wait',
  revoked: 'bad',
  expired: 'wait',
};

export function showAward(services: WebServices): RequestHandler {
  return async (req, res) => {
    const award = await publicAward(services, String(req.params['id']));
    if (!award) throw new Problem('not-found', { detail: 'no such award' });
    res.render('award', { ...(await viewOf(services, req, award)), wide: true });
  };
}

async function viewOf(services: WebServices, req: Request, award: PublicAward) {
  const { base } = services;
  const words = wordsIn(req, 'award');
  const day = dayIn(req);
  const at = addresses(base);
  const { definition, institution, state } = award;
  const credential = writtenText(req, definition.title, definition.language);
  const downloads = downloadsOf(req, at, {
    id: award.id,
    title: credential.text,
    revoked: state === 'revoked' || state === 'suspended',
    signedOpenBadge2: award.signedOpenBadge2,
    europass: award.public ? at.elm(award.id) : undefined,
    europassSealed:
      award.public && (await services.sealedFiles.has(award.id)) ? at.sealedElm(award.id) : undefined,
  });
  const glance = atAGlance(req, definition);
  const address = at.award(award.id);
  const expires = award.expiresAt && day(award.expiresAt);
  const issuer = institution.legalName;
  const publicHead: PublicHead = {
    address,
    hidden: true,
    description: words('shared', { institution: issuer, glance: glance.join(', ') }),
    image: at.achievementImage(award.microCredentialId, award.version),
    alternates: downloads.map(({ type, href, label }) => ({ type, href, title: label })),
  };
  return {
    title: credential.text,
    titleLang: credential.lang,
    publicHead,
    address,
    image: at.achievementImage(award.microCredentialId, award.version),
    imageAlt: words('imageAlt', { title: credential.text, institution: issuer }),
    name: award.name,
    private: privateText(req, award),
    issuer: { name: issuer, href: at.institution(institution.id) },
    issuedAt: award.issuedAt,
    expiresAt: award.expiresAt,
    state,
    status: {
      word: words(`state.${toldState(award)}`),
      kind: kinds[state],
      text: statusText(req, award),
      reason: award.suspension?.reason ?? award.revocationReason,
      newAward: award.supersededBy && at.award(award.supersededBy),
      oldAward: award.supersedes && at.award(award.supersedes),
    },
    verifyUrl: at.verify(address),
    glance,
    description: writtenText(req, definition.description, definition.language),
    groups: outcomeGroups(req, definition, award.outcomeGrades),
    elements: publicElements(req, award, {
      learner: award.name?.text ?? privateText(req, award),
      issuedOn: day(award.issuedAt),
      validity: expires ? words('validUntil', { date: expires }) : words('neverExpires'),
      grade: gradeText(req, award),
    }),
    endorsements: await endorsementRows(services, req, endorsedBy(award), issuer),
    evidence: evidenceLines(req, award),
    courseTitle: award.courseTitle,
    versionAddress: at.achievement(award.microCredentialId, award.version),
    level: definition.level.kind === 'eqf' ? definition.level.eqf : undefined,
    ects: definition.workload.ects,
    signedAgain: award.signedAgainAt && words('signedAgain', { date: day(award.signedAgainAt) }),
    downloads,
    qr: await qrCode(address),
  };
}

const endorsedBy = ({ institution, microCredentialId, version }: PublicAward) => ({
  institutionId: institution.id,
  microCredentialId,
  version,
});

/** Why there is no name: a superseded award leaves it to its correction. */
const privateText = (req: Request, { supersededBy }: PublicAward): string =>
  wordsIn(req, 'award')(supersededBy ? 'holderElsewhere' : 'holderPrivate');

/** What the reader is told of a state. */
const toldState = ({ state, supersededBy }: PublicAward) => (supersededBy ? 'superseded' : state);

export function statusText(req: Request, award: PublicAward): string {
  const date = award.suspension?.at ?? award.revokedAt ?? award.expiresAt;
  return wordsIn(req, 'award')(`stateText.${toldState(award)}`, { date: date ? dayIn(req)(date) : '' });
}

export function gradeText(req: Request, { grade }: PublicAward): string | undefined {
  const number = numberIn(req);
  return (
    grade && wordsIn(req, 'award')('grade', { score: number(grade.score), maximum: number(grade.maximum) })
  );
}

/** What a piece of evidence proves by itself. */
function outcomeOf(req: Request, { outcomes, language }: Definition, outcomeId: string | undefined) {
  const found = outcomes.find(({ id }) => id === outcomeId);
  return found && writtenText(req, found.text, language);
}

/** Each is a place that the signed documents point to. */
export function evidenceLines(
  req: Request,
  { evidence, definition }: PublicAward,
): { id: string; what: string; when?: string; outcome?: { text: string; lang?: string } }[] {
  const words = wordsIn(req, 'award');
  const number = numberIn(req);
  return evidence.map(({ at, threshold, outcomeId, ...seen }, index) => ({
    id: `evidence-${index + 1}`,
    what: words(`evidence.${ruleKey(seen)}${seen.examiners ? '-named' : ''}`, {
      examiners: seen.examiners?.join(', '),
      competency: seen.competency,
      threshold: threshold ? thresholdText(threshold, sayIn(req), number) : '',
    }),
    when:
      at &&
      words(seen.kind === 'jury-decision' ? 'evidence.decidedOn' : 'evidence.seenOn', {
        date: dayIn(req)(at),
      }),
    outcome: outcomeOf(req, definition, outcomeId),
  }));
}
