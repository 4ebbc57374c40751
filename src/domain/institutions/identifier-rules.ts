/**
 * What the official identifiers of a body must look like, each by its own rules. What cannot be true is a typing error, and would be
 * signed into every award. Whether such a body is registered is not asked.
 */
import type { LegalIdentifier } from './institution.js';

/** 'mistyped': the check digits do not fit the rest. */
export type IdentifierFault = 'invalid' | 'mistyped';

type Read = { value: string } | { fault: IdentifierFault };

/** The identifier in its usual spelling. @param country of the body: ISO 3166-1 alpha-2, upper case */
export function readIdentifier({ scheme, value }: LegalIdentifier, country: string): Read {
  switch (scheme) {
    case 'vat':
      return readVat(value, country);
    case 'ror':
      return readRor(value);
    case 'deqar':
      return readDeqar(value);
    case 'erasmus':
      return readErasmus(value);
    default:
      return { value };
  }
}

/** Without their prefix. https://ec.europa.eu/taxation_customs/vies/#/faq (Q11) */
const vatNumbers: Record<string, RegExp> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GR: /^\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{12}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
};

/** With the country's letters or without; outside of the Union each country has rules of its own. */
function readVat(text: string, country: string): Read {
  const number = text.replace(/[\s.\-/]/g, '').toUpperCase();
  const rule = vatNumbers[country];
  if (!rule) return /^[A-Z0-9]{4,20}$/.test(number) && /\d/.test(number) ? { value: number } : invalid;
  // Greek numbers begin with EL
  const prefix = country === 'GR' ? 'EL' : country;
  const fits = rule.test(number) || (number.startsWith(prefix) && rule.test(number.slice(prefix.length)));
  return fits ? { value: number } : invalid;
}

/** Crockford's letters of 32 values. https://ror.readme.io/docs/identifier */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** ISO 7064 mod 97-10 over the seven letters before the two check digits. */
function readRor(text: string): Read {
  const id = /^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/)?(0[a-z0-9]{8})\/?$/i.exec(text)?.[1]?.toLowerCase();
  if (id === undefined || !/^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/.test(id)) return invalid;
  const number = [...id.slice(0, 7)].reduce((sum, letter) => sum * 32 + letters.indexOf(letter), 0);
  const digits = String(98 - ((number * 100) % 97)).padStart(2, '0');
  return digits === id.slice(7) ? { value: `https://ror.org/${id}` } : { fault: 'mistyped' };
}

/** https://docs.deqar.eu/architecture/identifiers/ */
function readDeqar(text: string): Read {
  const id = text.replace(/\s/g, '').toUpperCase();
  return /^DEQARINST\d{4,6}$/.test(id) ? { value: id } : invalid;
}

/** Letters of the country, filled up to three places, the beginning of the town, and a number. */
function readErasmus(text: string): Read {
  const code = /^([A-Z]{1,3})(\s*)([A-Z][A-Z-]{1,7}\d{2,3})$/.exec(text.trim().toUpperCase());
  if (!code) return invalid;
  const [, country = '', space = '', rest = ''] = code;
  // three letters leave no place between; where the letters run on, nobody can tell them apart but by that
  return space === '' && country.length < 3 ? invalid : { value: country.padEnd(3) + rest };
}

const invalid: Read = { fault: 'invalid' };
