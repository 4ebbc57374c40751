/**
 * The invited person hands in an endorsement that their organisation has signed itself. It is verified like any credential; it must be an
 * endorsement, of just this, valid now, and not signed by an institution of this installation. Who can accept it is told.
 */
import { isJsonObject, stringOf } from '../../documents/json/json-value.js';
import { isEndorsement } from '../../documents/open-badge-3/endorsement-shape.js';
import { readCredential } from '../../documents/read/read-credential.js';
import { cleanParagraphs } from '../../shared/clean-text.js';
import { formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import type { Endorsement, Said } from '../endorsements/endorsement.js';
import type { VerificationReport } from '../verification/report.js';
import { shownText } from '../verification/shown-text.js';
import { verifyCredential, type VerifyCredentialDeps } from '../verification/verify-credential.js';
import { sayable } from './give-endorsement.js';
import { invitationOf, type InvitationDeps } from './open-invitation.js';
import { tellWhoDecides, type TellWhoDecidesDeps } from './tell-who-decides.js';
import { readSaidBy, withoutTurning, type SpeakerForm } from './said-input.js';

/** Characters. */
const longestDocument = 100_000;
const longestComment = 5_000;

export const refusals = ['no-endorsement', 'about-something-else', 'signed-here', 'not-valid'] as const;
export type Refusal = (typeof refusals)[number];

export type HandedInEndorsement =
  | { given: Endorsement }
  /** `report` where there was something to verify. */
  | { refused: Refusal; report?: VerificationReport };

/**
 * @param input.document JSON with a proof, or a JWT; an address is not followed
 * @throws Problem invitation-gone, request-invalid (facts.fields: of the form, document), endorsement-moved (said already)
 */
export async function handInEndorsement(
  deps: InvitationDeps & VerifyCredentialDeps & TellWhoDecidesDeps,
  input: { secret: string; form: SpeakerForm; document: string },
): Promise<HandedInEndorsement> {
  const { endorsement, endorsed } = await invitationOf(deps, input.secret);
  const by = readSaidBy(input.form);
  const document = input.document.trim();
  if (document === '') throw formProblem({ document: 'required' });
  if (document.length > longestDocument) throw formProblem({ document: 'too-long' });
  const reading = readCredential({ text: document });
  const isCredential = reading.kind === 'open-badge-3' || reading.kind === 'open-badge-3-jwt';
  if (!isCredential || !isEndorsement(reading.credential)) return { refused: 'no-endorsement' };
  const report = await verifyCredential(deps, { text: document });
  const { credentialSubject: subject } = reading.credential;
  const refused = refusalOf(report, isJsonObject(subject) ? stringOf(subject['id']) : undefined, endorsed.id);
  if (refused) return { refused, report };
  const comment = isJsonObject(subject) ? (stringOf(subject['endorsementComment']) ?? '') : '';
  const said: Said = {
    ...by,
    handedIn: {
      document,
      issuer: domainOf(report),
      comment: cleanParagraphs(withoutTurning(comment)).slice(0, longestComment),
      ...untilOf(report),
    },
    at: deps.clock(),
  };
  const change = { state: 'given', said, confirmation: undefined, confirmed: undefined } as const;
  const given = await deps.endorsements.move(endorsement.id, sayable, change);
  if (!given) throw new Problem('endorsement-moved');
  await tellWhoDecides(deps, given);
  return { given };
}

function refusalOf(
  { outcome, checks }: VerificationReport,
  about: string | undefined,
  wanted: string,
): Refusal | undefined {
  if (about !== wanted) return 'about-something-else';
  if (checks.some(({ reason }) => reason === 'issuer-known-here')) return 'signed-here';
  return outcome === 'valid' ? undefined : 'not-valid';
}

function untilOf({ credential }: VerificationReport): { until?: Date } {
  const until = new Date(credential?.validUntil ?? '');
  return Number.isNaN(until.getTime()) ? {} : { until };
}

/** Whose key it is, as far as that is proven: what is valid is so by a domain. */
function domainOf({ checks, credential }: VerificationReport): string {
  const { domain } = checks.find(({ name }) => name === 'issuer-identified')?.details ?? {};
  return shownText(String(domain ?? credential?.issuerId ?? '')) ?? '';
}
