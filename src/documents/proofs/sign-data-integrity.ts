/**
 * Adds an embedded proof: DataIntegrityProof with eddsa-rdfc-2022. The key stays with its holder, who signs bytes.
 * https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022
 */
import { type JsonObject, without } from '../json/json-value.js';
import { utcSeconds } from '../json/utc-seconds.js';
import { dataIntegrityHash } from './data-integrity-hash.js';
import { encodeBase58 } from './multibase.js';
import { canonicalForm, newTemplates } from './template/canonical-form.js';

export interface DataIntegritySigner {
  /** `<issuer id>#<z6Mk...>`: some verifiers take the key from the fragment alone. */
  verificationMethod: string;
  /** Raw Ed25519 signature (64 bytes) of the bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Kept between calls for speed alone: what is signed is the same without. */
const templates = newTemplates();

/**
 * The credential with `proof` as an array of one, as the Open Badges schema wants it; a proof it had is gone.
 * @param created whole seconds are kept
 * @throws jsonld's error when a term of the credential is not defined by its contexts
 */
export async function signDataIntegrity(
  signer: DataIntegritySigner,
  credential: JsonObject,
  created: Date,
): Promise<JsonObject> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: utcSeconds(created),
    verificationMethod: signer.verificationMethod,
    proofPurpose: 'assertionMethod',
  };
  const form = (document: JsonObject): Promise<string> => canonicalForm({ templates }, document);
  const unsigned = without(credential, 'proof');
  const signature = await signer.sign(await dataIntegrityHash(unsigned, options, form));
  return { ...unsigned, proof: [{ ...options, proofValue: encodeBase58(signature) }] };
}
