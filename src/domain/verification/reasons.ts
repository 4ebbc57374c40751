/** The reasons that verification adds to those of reading: lookups, issuer, recipient, European elements, Open Badges 2.0, another verifier. */
import type { ReadReason } from '../../documents/read/reasons.js';

export const verificationReasons = [
  // what had to be looked up could not be had
  'address-refused',
  'address-unreachable',
  'address-not-found',
  'address-gone',
  'address-redirected',
  'address-too-large',
  'too-many-lookups',
  'document-unreadable',
  // readable
  'address-is-a-page',
  'address-leads-on',
  'too-complex',
  // schema, contexts and elements of a sealed European Digital Credential
  'elm-form-not-looked-at',
  'elm-contexts',
  'elm-elements-not-looked-at',
  // schema and signature of a credential for wallets
  'hash-unknown',
  'claim-held-back',
  'disclosures-wrong',
  'disclosure-unknown',
  'disclosure-repeated',
  // contexts
  'type-named',
  // signature
  'elm-unsigned',
  'seal-header-refused',
  'seal-demand-unknown',
  'seal-certificate-malformed',
  'seal-certificate-swapped',
  'seal-outside-certificate',
  'seal-time-ahead',
  'certificate-malformed',
  'certificate-swapped',
  'outside-certificate',
  // signature and key-belongs-to-issuer
  'unknown-here',
  // key-belongs-to-issuer
  'key-not-published',
  'no-keys-published',
  'key-compromised',
  'copy-outdated',
  'copy-differs',
  'wallet-key-compromised',
  'seal-chain-broken',
  'seal-of-another',
  'seal-names-issuer',
  'seal-issuer-untold',
  'certificate-chain-broken',
  'certificate-of-another',
  'certificate-names-issuer',
  'certificate-is-issuer',
  'certificate-issuer-untold',
  // issuer-identified
  'seal-trust-not-looked-at',
  'seal-self-made',
  'certificate-trust-not-looked-at',
  'certificate-self-made',
  'issuer-known-here',
  'issuer-controls-domain',
  'issuer-not-proven',
  'issuer-address-insecure',
  'issuer-is-a-key',
  'issuer-kind-unknown',
  // recipient
  'recipient-not-asked',
  'recipient-not-told',
  'recipient-not-shown',
  'recipient-matches',
  'recipient-differs',
  // european-elements
  'european-elements-complete',
  'european-elements-missing',
  'european-elements-kept-back',
  'european-elements-none',
  'european-elements-other-form',
  'european-elements-of-no-award',
  'european-elements-inside',
  // Open Badges 2.0
  'open-badge-2-context',
  'open-badge-2-context-missing',
  'open-badge-2-revoked-form',
  'hosted-as-given',
  'hosted-differs',
  'hosted-missing',
  'award-not-revoked',
  'hosted-not-revoked',
  'hosted-by-issuer',
  'hosted-elsewhere',
  'not-reached',
  // holder-proof
  'holder-proof-missing',
  'holder-proof-unknown',
  'holder-proof-wrong',
  'holder-proof-for-another',
  // second-opinion
  'second-opinion-no-fault',
  'second-opinion-faults',
  'second-opinion-incomplete',
  'second-opinion-missing',
  // status, of an award of this installation
  'superseded',
  // status, of a credential for wallets
  'key-in-certificate',
  // the machine could not do it in time
  'not-finished',
] as const;

export type VerificationReason = ReadReason | (typeof verificationReasons)[number];
