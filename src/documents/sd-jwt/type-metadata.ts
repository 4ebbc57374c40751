/**
 * What wallets and verifiers get at the address that the `vct` of our credentials is: what the type is called, and each of its
 * claims. https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/ (type metadata)
 */
import { addresses } from '../addresses.js';
import type { JsonObject } from '../json/json-value.js';
import { claimLabels } from './claim-labels.js';
import { heldBackNames } from './held-back-claims.js';

/** @param base public origin without a slash at the end */
export function typeMetadata(base: string): JsonObject {
  return {
    vct: addresses(base).credentialType,
    name: 'European micro-credential',
    description: 'A micro-credential with the elements of Council Recommendation 2022/C 243/02, Annex I.',
    display: [
      {
        locale: 'en',
        name: 'Micro-credential',
        description: 'What somebody has learned in a short course, as a European micro-credential.',
      },
      {
        locale: 'fr',
        name: 'Microcertification',
        description:
          'Ce qu’une personne a appris dans une courte formation, en microcertification européenne.',
      },
    ],
    claims: claimLabels.map(({ path, en, fr }) => ({
      path: [...path],
      display: [
        { locale: 'en', label: en },
        { locale: 'fr', label: fr },
      ],
      sd: isHeldBack(path[0]) ? 'always' : 'never',
    })),
  };
}

const isHeldBack = (name: string | null | undefined): boolean => heldBackNames.some((held) => held === name);
