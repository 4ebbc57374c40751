/** Is a JWK published for signatures of an algorithm, or for something else? What it does not say, it does not forbid. https://www.rfc-editor.org/rfc/rfc7517#section-4.2 */

/** Two names of one algorithm. https://www.rfc-editor.org/rfc/rfc9864#section-2.2 */
const names: readonly unknown[] = ['EdDSA', 'Ed25519'];

/** @param algorithm of the signature, as its header says */
export function isForSignatures(jwk: Readonly<Record<string, unknown>>, algorithm: unknown): boolean {
  const { use, key_ops: uses, alg } = jwk;
  const isOfAlgorithm = alg === algorithm || (names.includes(alg) && names.includes(algorithm));
  return (
    (use === undefined || use === 'sig') &&
    (uses === undefined || (Array.isArray(uses) && uses.includes('verify'))) &&
    (alg === undefined || isOfAlgorithm)
  );
}
