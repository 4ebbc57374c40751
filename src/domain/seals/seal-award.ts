/**
 * The award of a learner as a sealed European Digital Credential: sealed once, when it is first asked for, and kept. Services
 * count seals, and what was sealed must stay what it was.
 */
import { sealedCredential } from '../../documents/elm/sealed-credential.js';
import { isSameOwner } from '../../documents/seals/seal-owner.js';
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { InTurn } from '../../shared/taking-turns.js';
import type { Award } from '../awards/award.js';
import type { AwardStore } from '../awards/award-store.js';
import { elmContent, type ElmDocumentDeps } from '../awards/elm-document.js';
import type { PublishedAward } from '../awards/is-published.js';
import { isInUse, type SealLink, type SealRelation } from './seal-link.js';
import type { SealLinks } from './seal-links.js';
import type { SealService, SealStep } from './seal-service.js';
import { sealText } from './seal-text.js';
import type { SealedFile, SealedFiles } from './sealed-files.js';

export type SealAwardDeps = ElmDocumentDeps & {
  awards: Pick<AwardStore, 'byId'>;
  sealLinks: SealLinks;
  sealService: SealService;
  sealedFiles: SealedFiles;
  /**
   * Holds each institution to one sealing at once: whoever clicks twice pays once, and of many who ask at the same time no more than one
   * sends a PIN that is wrong by now.
   */
  sealingTurns: InTurn;
  clock: Clock;
};

/** Milliseconds; the longer one where a signature may have been made, and counted, that nobody gets: whoever asks again pays again. */
const [pause, pauseOnceSigned] = [60_000, 15 * 60_000];
const onceSigned: readonly unknown[] = ['sign', 'time-stamp'] satisfies SealStep[];

/**
 * Undefined for a revoked award, and where the institution has no seal that may be used.
 * @throws Problem seal-unreachable, seal-refused, seal-answer-unreadable, seal-unusable; document-invalid
 */
export async function sealAward(deps: SealAwardDeps, award: PublishedAward): Promise<SealedFile | undefined> {
  if (award.state !== 'issued') return undefined;
  const kept = await deps.sealedFiles.of(award.id);
  if (kept) return kept;
  const sealed = await deps.sealingTurns(() => sealOnce(deps, award), award.institutionId);
  return sealed && (await stillStands(deps, award)) ? sealed : undefined;
}

/** Others may have waited to be sealed before it, and the service takes its time: it may be revoked by now. */
async function stillStands({ awards }: SealAwardDeps, { id }: Award): Promise<boolean> {
  return (await awards.byId(id))?.state === 'issued';
}

/** Is there a sealed file to download, or may one be made? */
export async function mayBeSealed(
  { sealedFiles, sealLinks }: Pick<SealAwardDeps, 'sealedFiles' | 'sealLinks'>,
  { id, institutionId }: Pick<Award, 'id' | 'institutionId'>,
): Promise<boolean> {
  return isInUse(await sealLinks.of(institutionId)) || sealedFiles.has(id);
}

async function sealOnce(deps: SealAwardDeps, award: PublishedAward): Promise<SealedFile | undefined> {
  const kept = await deps.sealedFiles.of(award.id);
  if (kept) return kept;
  if (!(await stillStands(deps, award))) return undefined;
  const link = await deps.sealLinks.of(award.institutionId);
  if (!isInUse(link)) return undefined;
  const { pausedUntil } = link;
  if (pausedUntil && pausedUntil > deps.clock())
    throw new Problem('seal-unreachable', { detail: 'it was just asked, and was away' });
  const file = await sealNow(deps, award, link);
  if (!file) return undefined;
  try {
    await deps.sealedFiles.add(file);
    return file;
  } catch (error) {
    // somebody else was quicker: that one is in the learner's hands already
    if (error instanceof Problem && error.code === 'duplicate') return deps.sealedFiles.of(award.id);
    throw error;
  }
}

async function sealNow(
  deps: SealAwardDeps,
  award: PublishedAward,
  link: SealLink & { relation: SealRelation },
): Promise<SealedFile | undefined> {
  const [content, access] = await Promise.all([elmContent(deps, award), deps.sealLinks.open(link.id)]);
  if (!content || !access) return undefined;
  try {
    const seal = await deps.sealService.open(access);
    const { owner } = seal;
    if (!isSameOwner(owner, link.owner)) {
      const detail = 'the certificate names another owner than before';
      throw new Problem('seal-unusable', { detail, facts: { reason: otherOwner } });
    }
    const at = deps.clock();
    const credential = sealedCredential(content, { owner, byMandate: link.relation === 'mandate', at });
    return { id: award.id, json: await sealText(seal, JSON.stringify(credential), at), sealedAt: at };
  } catch (error) {
    if (error instanceof Problem) await noteTrouble(deps, link, error);
    throw error;
  }
}

const otherOwner = 'other-owner';

/** Refusals stop the seal; what may pass lets it rest. */
async function noteTrouble(
  { sealLinks, clock }: Pick<SealAwardDeps, 'sealLinks' | 'clock'>,
  { id, linkedAt }: SealLink,
  { code, facts }: Problem,
): Promise<void> {
  const since = clock();
  if (code === 'seal-refused') await sealLinks.note(id, linkedAt, { stopped: { reason: 'refused', since } });
  if (code === 'seal-unusable') {
    const reason = facts['reason'] === otherOwner ? otherOwner : 'unusable';
    await sealLinks.note(id, linkedAt, { stopped: { reason, since } });
  }
  if (code === 'seal-unreachable' || code === 'seal-answer-unreadable')
    await sealLinks.note(id, linkedAt, {
      pausedUntil: new Date(since.getTime() + (onceSigned.includes(facts['step']) ? pauseOnceSigned : pause)),
    });
}
