/** Whoever invited decides: nothing of a stranger is published without that. The endorser signs nothing: the institution does, at acceptance. */
import { endorsementCredential } from '../../documents/open-badge-3/endorsement-credential.js';
import type { JsonObject } from '../../documents/json/json-value.js';
import { readJsonObject } from '../../documents/json/read-json-object.js';
import { signDataIntegrity } from '../../documents/proofs/sign-data-integrity.js';
import type { Clock } from '../../shared/clock.js';
import { textIn } from '../../shared/language-map.js';
import { Problem } from '../../shared/problem.js';
import { integritySigner } from '../awards/institution-signers.js';
import { wholeSeconds } from '../awards/validity.js';
import { endorsedThing, type Endorsed, type EndorsedThingDeps } from '../endorsements/endorsed-thing.js';
import type { Endorsement, EndorsementState, Said } from '../endorsements/endorsement.js';
import type { EndorsementStore } from '../endorsements/endorsement-store.js';
import { forgotten } from '../endorsements/forgotten.js';
import { mayBeCarried } from '../endorsements/may-be-carried.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { DocumentChecks } from '../verification/document-checks.js';
import { endorsementOf, type Scope } from './endorsements-in-scope.js';
import { staysReadable } from './stays-readable.js';

export interface DecideDeps extends EndorsedThingDeps {
  endorsements: EndorsementStore;
  keys: SigningKeys;
  documentChecks: DocumentChecks;
  clock: Clock;
}

export const decisions = ['accept', 'decline', 'hide', 'show', 'cancel'] as const;
export type Decision = (typeof decisions)[number];

/** What a decision leads to. */
const decided: Record<Decision, EndorsementState> = {
  accept: 'accepted',
  decline: 'declined',
  hide: 'hidden',
  show: 'accepted',
  cancel: 'cancelled',
};

/** What is decided so already stays as it is: a second click, or a colleague, changes nothing. @throws Problem not-found, endorsement-moved (not in the state for that any more), key-missing, key-unreadable */
export async function decideOnEndorsement(
  deps: DecideDeps,
  input: { scope: Scope; id: string; decision: Decision },
): Promise<Endorsement> {
  const { scope, id, decision } = input;
  const endorsement = await endorsementOf(deps, scope, id);
  if (endorsement.state === decided[decision]) return endorsement;
  const moved = await decide(deps, endorsement, decision);
  if (moved) return moved;
  const now = await endorsementOf(deps, scope, id);
  if (now.state !== decided[decision]) throw new Problem('endorsement-moved');
  return now;
}

/** Undefined when it is not in the state for that (any more). */
async function decide(
  deps: DecideDeps,
  endorsement: Endorsement,
  decision: Decision,
): Promise<Endorsement | undefined> {
  const { endorsements, clock } = deps;
  const { id } = endorsement;
  const at = clock();
  switch (decision) {
    case 'accept':
      return accept(deps, endorsement);
    case 'decline':
      return endorsements.move(id, ['given'], {
        state: 'declined',
        endedAt: at,
        ...forgotten(endorsement),
      });
    case 'hide':
      return endorsements.move(id, ['accepted'], { state: 'hidden' });
    case 'show':
      return endorsements.move(id, ['hidden'], { state: 'accepted' });
    case 'cancel':
      return endorsements.move(id, ['invited', 'opened', 'unconfirmed'], {
        state: 'cancelled',
        endedAt: at,
        said: undefined,
        confirmation: undefined,
      });
  }
}

async function accept(deps: DecideDeps, endorsement: Endorsement): Promise<Endorsement | undefined> {
  const { said, state } = endorsement;
  const endorsed = await endorsedThing(deps, endorsement);
  if (!said || !endorsed || state !== 'given') throw new Problem('endorsement-moved');
  const acceptedAt = wholeSeconds(deps.clock());
  const { document, signedWith } = said.handedIn
    ? { document: said.handedIn.document, signedWith: undefined }
    : await signedFor(deps, endorsement, { endorsed, said, acceptedAt });
  const isCarried = await canBeCarried(deps, endorsed, { document, isOurs: !said.handedIn });
  return deps.endorsements.move(endorsement.id, ['given'], {
    state: 'accepted',
    acceptedAt,
    document,
    signedWith,
    isCarried,
  });
}

async function signedFor(
  deps: DecideDeps,
  { id, institutionId, confirmed }: Endorsement,
  { endorsed, said, acceptedAt }: { endorsed: Endorsed; said: Said; acceptedAt: Date },
): Promise<{ document: string; signedWith?: string }> {
  const { statement, organisation } = said;
  if (!statement || !confirmed) throw new Problem('endorsement-moved');
  const unsigned = endorsementCredential({
    base: deps.base,
    endorsementId: id,
    institution: endorsed.institution,
    about: { id: endorsed.id, title: textIn(endorsed.title, ...Object.keys(statement), endorsed.language) },
    endorser: organisation,
    statement,
    confirmation: confirmed,
    validFrom: acceptedAt,
  });
  const signer = await integritySigner(deps, institutionId);
  const signed = await signDataIntegrity(signer, unsigned, acceptedAt);
  return { document: JSON.stringify(signed), signedWith: signer.multibase };
}

/** What somebody else signed is tried in the place where it would stand. */
async function canBeCarried(
  deps: DecideDeps,
  endorsed: Endorsed,
  { document, isOurs }: { document: string; isOurs: boolean },
): Promise<boolean> {
  if (isOurs) return true;
  const credential: JsonObject | undefined = readJsonObject(Buffer.from(document));
  if (!credential || !mayBeCarried(credential, deps.base)) return false;
  return staysReadable(deps, endorsed, credential);
}
