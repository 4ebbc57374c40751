/**
 * Data of the European Learning Model that nobody has sealed cannot be verified, and the reader is told so in words.
 * https://europa.eu/europass/elm-browser/
 */
import type { ElmReading } from '../../../documents/read/reading.js';
import { failed } from '../checks.js';
import type { Check, CredentialFacts } from '../report.js';
import { factsOfElm } from './facts-of-elm.js';

export const verifyElm = ({ credential }: ElmReading): { checks: Check[]; facts: CredentialFacts } => ({
  checks: [failed('signature', 'elm-unsigned')],
  facts: factsOfElm(credential),
});
