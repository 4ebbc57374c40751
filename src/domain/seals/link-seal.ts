/** An administrator links the seal of an institution: it is tried first, and what works is not given up for what does not. */
import { z } from 'zod';
import { certifiedNumbers } from '../../documents/elm/legal-identifier.js';
import { namesIssuer } from '../../documents/seals/names-issuer.js';
import { isSameOwner, type SealOwner } from '../../documents/seals/seal-owner.js';
import { absoluteUrl } from '../../shared/absolute-url.js';
import type { Clock } from '../../shared/clock.js';
import { type FieldFaults, fieldFaults, formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import type { Institution } from '../institutions/institution.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { SealLink, SealRelation } from './seal-link.js';
import type { SealLinks } from './seal-links.js';
import type { SealAccess, SealService, SealStep, UselessSeal } from './seal-service.js';
import { type TriedSeal, trySeal } from './try-seal.js';

export interface LinkSealDeps {
  institutions: InstitutionStore;
  sealLinks: SealLinks;
  sealService: SealService;
  clock: Clock;
  /** True where a service may be on http, too. */
  allowHttp: boolean;
}

const typed = z.string().trim();
/** It may begin or end with anything. */
const secret = z.string();

/** As typed; an empty PIN is none. */
const accessShape = z.object({
  address: typed.min(1).max(500),
  clientId: typed.min(1).max(300),
  clientSecret: secret.min(1).max(2_000),
  credentialId: typed.min(1).max(300),
  pin: secret.max(200),
});
export type TypedAccess = z.input<typeof accessShape>;

/**
 * @throws Problem not-found (no such institution), request-invalid (facts.fields: what was typed wrong, and what the service says of it:
 * no-answer, not-understood, refused, and the reasons of a seal that is of no use)
 */
export async function linkSeal(
  deps: LinkSealDeps,
  input: { institutionId: string; access: TypedAccess },
): Promise<SealLink> {
  const institution = await institutionOf(deps, input.institutionId);
  const access = readAccess(input.access, deps.allowHttp);
  const link = await tried(deps, institution, access);
  await deps.sealLinks.keep(link, access);
  return link;
}

/**
 * Tries a linked seal again: after a refusal, or when its certificate was renewed.
 * @throws as linkSeal, and relation: changed-since where another one was linked meanwhile; not-found where none is linked, or none any more
 */
export async function linkSealAgain(deps: LinkSealDeps, institutionId: string): Promise<SealLink> {
  const institution = await institutionOf(deps, institutionId);
  const before = await deps.sealLinks.of(institutionId);
  const access = before && (await deps.sealLinks.open(institutionId));
  if (!access) throw noSeal();
  const link = await tried(deps, institution, access);
  // trying takes its time: what was removed since does not come back
  if (await deps.sealLinks.renew(before.linkedAt, link)) return link;
  throw (await deps.sealLinks.of(institutionId)) ? formProblem({ relation: 'changed-since' }) : noSeal();
}

const noSeal = (): Problem => new Problem('not-found', { detail: 'no seal is linked' });

async function institutionOf({ institutions }: LinkSealDeps, id: string): Promise<Institution> {
  const institution = await institutions.byId(id);
  if (!institution) throw new Problem('not-found', { detail: 'no such institution' });
  return institution;
}

async function tried(deps: LinkSealDeps, institution: Institution, access: SealAccess): Promise<SealLink> {
  const { address, clientId, credentialId } = access;
  const seal = await tryTyped(deps, access);
  const relation = await relationOf(deps, institution, seal.owner);
  return {
    id: institution.id,
    ...{ address, clientId, credentialId },
    ...seal,
    ...(relation && { relation }),
    linkedAt: deps.clock(),
  };
}

/** Undefined: an administrator has to say it, and has not said it of this owner yet. */
async function relationOf(
  { sealLinks }: LinkSealDeps,
  institution: Institution,
  owner: SealOwner,
): Promise<SealRelation | undefined> {
  if (isNamed(institution, owner)) return 'own';
  const before = await sealLinks.of(institution.id);
  return before && isSameOwner(before.owner, owner) ? before.relation : undefined;
}

function readAccess(typedAccess: TypedAccess, allowHttp: boolean): SealAccess {
  const read = accessShape.safeParse(typedAccess);
  if (!read.success) throw formProblem(fieldFaults(read.error));
  const { pin, address, ...access } = read.data;
  const url = absoluteUrl(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search + url.hash !== '')
    throw formProblem({ address: 'not-an-address' });
  if (url.protocol !== 'https:' && !allowHttp) throw formProblem({ address: 'https-required' });
  return { ...access, address: url.href.replace(/\/+$/, ''), ...(pin !== '' && { pin }) };
}

async function tryTyped(deps: LinkSealDeps, access: SealAccess): Promise<TriedSeal> {
  try {
    return await trySeal(deps, access);
  } catch (error) {
    const faults = error instanceof Problem ? faultsOf(error, access) : undefined;
    throw faults ? formProblem(faults) : error;
  }
}

/** At the field that has to be mended. */
function faultsOf({ code, facts }: Problem, access: SealAccess): FieldFaults | undefined {
  const step = facts['step'] as SealStep | undefined;
  if (code === 'seal-unreachable') return { address: 'no-answer' };
  if (code === 'seal-answer-unreadable') return { address: 'not-understood' };
  if (code === 'seal-unusable') return { credentialId: facts['reason'] as UselessSeal };
  if (code !== 'seal-refused') return undefined;
  if (step === 'token') return { clientSecret: 'refused' };
  if (step === 'info') return { address: 'refused' };
  if (step === 'credential') return { credentialId: 'refused' };
  // a PIN is judged before
  if (step === 'sign') return { credentialId: 'refused-to-sign' };
  if (step === 'time-stamp') return { address: 'refused-to-stamp' };
  return access.pin === undefined ? { pin: 'refused-without' } : { pin: 'refused' };
}

/** By number or, where the numbers are not of one register, by name: then it is the institution's own. */
function isNamed({ legalName, country, identifiers }: Institution, owner: SealOwner): boolean {
  const numbers = certifiedNumbers({ country, identifiers });
  const byNumber = namesIssuer(owner, { eIDASIdentifier: numbers.map((notation) => ({ notation })) });
  if (byNumber !== 'untold') return byNumber === 'same';
  return namesIssuer(owner, { legalName: { und: legalName } }) === 'same';
}
