/**
 * An endorsement that an institution signs for somebody who has no key, as unsigned EndorsementCredential. Its issuer is who signs:
 * the institution. Who speaks stands in name, description and comment. docs/decisions/0026-endorsements-by-invitation.md
 * https://www.imsglobal.org/spec/ob/v3p0/#endorsementcredential
 */
import type { LanguageMap } from '../../shared/language-map.js';
import { addresses } from '../addresses.js';
import { credentialsContext, extensionsContext, openBadgesContext } from '../contexts/context-documents.js';
import type { IssuingInstitution } from '../credential-content.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import { utcSeconds } from '../json/utc-seconds.js';
import { endorsementWords, type Confirmation } from './endorsement-words.js';
import { issuerProfile } from './issuer-profile.js';

export interface EndorsementContent {
  base: string;
  endorsementId: string;
  /** Who records and signs. */
  institution: IssuingInstitution;
  /** What is endorsed: identifier of an achievement or an issuer, and what it is called. */
  about: { id: string; title: string };
  /** Who speaks: an organisation. No person. */
  endorser: { name: string; url: string; country: string };
  /** In the order in which the languages are told. */
  statement: LanguageMap;
  confirmation: Confirmation;
  /** Whole seconds. */
  validFrom: Date;
}

const schemaUrl =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json';

/** @throws Problem document-invalid: a text with a lone surrogate */
export function endorsementCredential(content: EndorsementContent): JsonObject {
  const { base, institution, about, endorser, confirmation } = content;
  const at = addresses(base);
  const words = endorsementWords(Object.keys(content.statement)[0] ?? 'en');
  const named = { endorser: endorser.name, institution: institution.legalName, title: about.title };
  return signable({
    '@context': [credentialsContext, openBadgesContext, extensionsContext],
    id: at.endorsement(content.endorsementId),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: words.name(named),
    description: words.description(named, confirmation),
    issuer: issuerProfile(base, institution),
    validFrom: utcSeconds(content.validFrom),
    credentialSubject: {
      id: about.id,
      type: ['EndorsementSubject'],
      endorsementComment: endorsementComment(content),
    },
    credentialSchema: [{ id: schemaUrl, type: '1EdTechJsonSchemaValidator2019' }],
    // not a place in a status list: those are the learners', whom a list must hide among many
    credentialStatus: { id: at.revocationList(institution.id), type: '1EdTechRevocationList' },
  });
}

/** The statement between who speaks and who signs; each language under its own name where there are several. */
export function endorsementComment({
  about,
  endorser,
  institution,
  statement,
}: Pick<EndorsementContent, 'about' | 'endorser' | 'institution' | 'statement'>): string {
  const texts = Object.entries(statement);
  const language = texts[0]?.[0] ?? 'en';
  const words = endorsementWords(language);
  const named = { endorser: endorser.name, institution: institution.legalName, title: about.title };
  const told = texts.map(([tag, text]) => {
    const { quoted, labelled } = endorsementWords(tag);
    return texts.length > 1 ? labelled(nameOfLanguage(tag), quoted(text)) : quoted(text);
  });
  const place = [endorser.url, nameOfCountry(endorser.country, language)].join(', ');
  return [words.says(endorser.name, place), ...told, words.signedBy(named)].join('\n\n');
}

/** A language by its name in itself. */
function nameOfLanguage(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

function nameOfCountry(code: string, language: string): string {
  return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(code) ?? code;
}
