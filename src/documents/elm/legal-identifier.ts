/**
 * The number by which a body is known to its state. The profile demands one of the issuer (eIDASIdentifier), written as
 * certificates write it: ETSI EN 319 412-1, clause 5.1.4. At sealing the one of the seal's certificate takes its place.
 */
import { addresses } from '../addresses.js';
import type { CredentialContent } from '../credential-content.js';
import type { DraftObject } from '../json/signable.js';
import { countryConcept } from './country.js';
import { nodeId } from './elm-content.js';

interface Number {
  notation: string;
  schemeName: string;
}

/**
 * VAT number, else number in the national register, else another identifier. Where the institution has told none, its did:web,
 * which says under `schemeName` that it is no legal number.
 */
export function eidasIdentifier(content: CredentialContent): DraftObject {
  const { base, institution } = content;
  const find = (scheme: string) => institution.identifiers.find((one) => one.scheme === scheme)?.value;
  const [vat, national, other] = [find('vat'), find('national'), institution.identifiers[0]];
  if (vat !== undefined) return legalIdentifier(content, 'eidas', vatNumber(institution.country, vat));
  if (national !== undefined)
    return legalIdentifier(content, 'eidas', nationalNumber(institution.country, national));
  if (other) {
    return legalIdentifier(content, 'eidas', {
      notation: other.value,
      schemeName: `${other.scheme} (no legal identifier is known)`,
    });
  }
  return legalIdentifier(content, 'eidas', {
    notation: addresses(base).did(institution.id),
    schemeName: 'did:web (no legal identifier is known)',
  });
}

/** VAT number and number in the national register, as a certificate would write them. */
export function certifiedNumbers(institution: {
  country: string;
  identifiers: readonly { scheme: string; value: string }[];
}): string[] {
  const { country, identifiers } = institution;
  return identifiers.flatMap(({ scheme, value }) => {
    if (scheme === 'vat') return [vatNumber(country, value).notation];
    return scheme === 'national' ? [nationalNumber(country, value).notation] : [];
  });
}

/** The number in the national register, where there is one. */
export function registration(content: CredentialContent): DraftObject | undefined {
  const found = content.institution.identifiers.find(({ scheme }) => scheme === 'national');
  return found && legalIdentifier(content, 'registration', { notation: found.value, schemeName: 'national' });
}

const nationalNumber = (country: string, value: string): Number => ({
  notation: `NTR${country}-${value}`,
  schemeName: 'ETSI EN 319 412-1 NTR',
});

function vatNumber(country: string, value: string): Number {
  // Greek numbers begin with EL
  const prefix = country === 'GR' ? 'EL' : country;
  const plain = value.replace(/[\s.-]/g, '');
  const number = plain.toUpperCase().startsWith(prefix) ? plain.slice(prefix.length) : plain;
  return { notation: `VAT${prefix}-${number}`, schemeName: 'ETSI EN 319 412-1 VAT' };
}

function legalIdentifier(content: CredentialContent, name: string, number: Number): DraftObject {
  return {
    id: nodeId(content, `identifier-${name}`),
    type: 'LegalIdentifier',
    ...number,
    spatial: countryConcept(content.institution.country),
  };
}
