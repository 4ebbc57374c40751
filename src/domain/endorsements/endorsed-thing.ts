/** What is endorsed, looked up: what it is called, its identifier in signed documents, and whose it is. */
import { addresses } from '../../documents/addresses.js';
import type { LanguageMap } from '../../shared/language-map.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { Institution } from '../institutions/institution.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { PublishedVersion } from '../micro-credentials/micro-credential.js';
import type { EndorsedThing } from './endorsement.js';

export interface Endorsed {
  institution: Institution;
  /** Absent where the institution itself is endorsed. */
  version?: PublishedVersion;
  /** Identifier of the achievement, or of the issuer. */
  id: string;
  /** Page for people. */
  page: string;
  title: LanguageMap;
  /** BCP 47: of the texts about it. */
  language: string;
}

export interface EndorsedThingDeps {
  institutions: InstitutionStore;
  microCredentials: MicroCredentialStore;
  base: string;
}

/** Undefined for what is not published. */
export async function endorsedThing(
  { institutions, microCredentials, base }: EndorsedThingDeps,
  { institutionId, microCredentialId, version: number }: EndorsedThing,
): Promise<Endorsed | undefined> {
  const at = addresses(base);
  const institution = await institutions.byId(institutionId);
  if (!institution) return undefined;
  if (microCredentialId === undefined || number === undefined) {
    const title = { en: institution.legalName };
    return {
      institution,
      id: at.did(institutionId),
      page: at.institution(institutionId),
      title,
      language: 'en',
    };
  }
  const microCredential = await microCredentials.byId(microCredentialId);
  const version = microCredential?.versions.find((one) => one.number === number);
  if (!version || microCredential?.institutionId !== institutionId) return undefined;
  const page = at.achievement(microCredentialId, number);
  const { title, language } = version.definition;
  return { institution, version, id: page, page, title, language };
}
