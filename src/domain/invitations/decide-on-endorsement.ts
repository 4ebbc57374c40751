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
import type { Endorsement, Said } from '../endorsements/endorsement.js';
import type { EndorsementChange, EndorsementStore } from '../endorsements/endorsement-store.js';
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

/** @throws Problem not-found, endorsement-moved (not in the state for that any more), key-missing, key-unreadable */
export async function decideOnEndorsement(
  deps: DecideDeps,
  input: { scope: Scope; id: string; decision: Decision },
): Promise<Endorsement> {
  const endorsement = await endorsementOf(deps, input.scope, input.id);
  const at = deps.clock();
  switch (input.decision) {
    case 'accept':
      return accept(deps, endorsement);
    case 'decline':
      return move(deps, endorsement, ['given'], {
        state: 'declined',
        endedAt: at,
        said: endorsement.said && { organisation: endorsement.said.organisation, at: endorsement.said.at },
        confirmation: undefined,
        confirmed: undefined,
      });
    case 'hide':
      return move(deps, endorsement, ['accepted'], { state: 'hidden' });
    case 'show':
      return move(deps, endorsement, ['hidden'], { state: 'accepted' });
    case 'cancel':
      return move(deps, endorsement, ['invited', 'opened', 'unconfirmed'], {
        state: 'cancelled',
        endedAt: at,
        said: undefined,
        confirmation: undefined,
      });
  }
}

async function accept(deps: DecideDeps, endorsement: Endorsement): Promise<Endorsement> {
  const { said, state } = endorsement;
  const endorsed = await endorsedThing(deps, endorsement);
  if (!said || !endorsed || state !== 'given') throw new Problem('endorsement-moved');
  const acceptedAt = wholeSeconds(deps.clock());
  const { document, signedWith } = said.handedIn
    ? { document: said.handedIn.document, signedWith: undefined }
    : await signedFor(deps, endorsement, { endorsed, said, acceptedAt });
  const isCarried = await canBeCarried(deps, endorsed, { document, isOurs: !said.handedIn });
  return move(deps, endorsement, ['given'], {
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

async function move(
  { endorsements }: DecideDeps,
  { id }: Endorsement,
  from: Parameters<EndorsementStore['move']>[1],
  change: EndorsementChange,
): Promise<Endorsement> {
  const moved = await endorsements.move(id, from, change);
  if (!moved) throw new Problem('endorsement-moved');
  return moved;
}
