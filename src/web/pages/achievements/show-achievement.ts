/** GET /achievements/:id/:version for people: what can be earned, how it is assessed and what counts as passing. */
import type { Request, RequestHandler } from 'express';
import { currentVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { ruleOf } from '../../../domain/micro-credentials/rule-of.js';
import { addresses } from '../../../documents/addresses.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';
import { atAGlance } from '../at-a-glance.js';
import { endorsementRows } from '../endorsements/endorsement-rows.js';
import { outcomeGroups } from '../outcome-groups.js';
import { publicElements } from '../public-elements.js';
import type { PublicHead } from '../public-head.js';
import { dayIn, wordsIn, writtenText } from '../words-of.js';
import { publishedVersion, type PublishedOne } from './published-version.js';
import { ruleLines } from './rule-lines.js';
import { versionPlace } from './version-place.js';

export function showAchievement(services: WebServices): RequestHandler {
  return async (req, res) => {
    const found = await publishedVersion(services, versionPlace(req));
    if (!found) throw new Problem('not-found', { detail: 'no such version' });
    const { institution, microCredential, version } = found;
    const endorsements = await endorsementRows(
      services,
      req,
      { institutionId: institution.id, microCredentialId: microCredential.id, version: version.number },
      institution.legalName,
    );
    res.render('achievement', { ...viewOf(services, req, found), endorsements, wide: true });
  };
}

function viewOf({ base }: WebServices, req: Request, found: PublishedOne) {
  const { institution, microCredential, version } = found;
  const { definition, number } = version;
  const words = wordsIn(req, 'public');
  const at = addresses(base);
  const credential = writtenText(req, definition.title, definition.language);
  const description = writtenText(req, definition.description, definition.language);
  const glance = atAGlance(req, definition);
  const address = at.achievement(microCredential.id, number);
  const image = at.achievementImage(microCredential.id, number);
  const documents = [
    { type: 'application/ld+json', href: address, title: words('achievement.json') },
    {
      type: 'application/ld+json',
      href: at.badgeClass(microCredential.id, number),
      title: words('achievement.badgeClass'),
    },
  ];
  const publicHead: PublicHead = {
    address,
    description: words('achievement.shared', {
      institution: institution.legalName,
      glance: glance.join(', '),
    }),
    image,
    alternates: documents,
  };
  return {
    title: credential.text,
    titleLang: credential.lang,
    publicHead,
    image,
    imageAlt: words('imageAlt', { title: credential.text, institution: institution.legalName }),
    issuer: { name: institution.legalName, href: at.institution(institution.id) },
    number,
    publishedOn: dayIn(req)(version.publishedAt),
    notice: noticeOf(req, found, (newer) => at.achievement(microCredential.id, newer)),
    glance,
    description,
    groups: outcomeGroups(req, definition),
    elements: publicElements(req, { definition, institution }),
    rule: ruleLines(req, definition, ruleOf(definition)),
    level: definition.level.kind === 'eqf' ? definition.level.eqf : undefined,
    ects: definition.workload.ects,
    badgeClass: at.badgeClass(microCredential.id, number),
  };
}

/** What is offered now, where it is not this version. */
function noticeOf(
  req: Request,
  { microCredential, version }: PublishedOne,
  addressOf: (number: number) => string,
): { text: string; href?: string; link?: string } | undefined {
  const words = wordsIn(req, 'public');
  const current = currentVersion(microCredential);
  if (microCredential.retiredAt) return { text: words('achievement.retired') };
  if (!current || current.number === version.number) return undefined;
  return {
    text: words('achievement.older'),
    href: addressOf(current.number),
    link: words('achievement.newest', { number: current.number }),
  };
}
