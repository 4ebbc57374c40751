/** Ways to break a credential that the official schema refuses, one rule each. Names follow its properties. */

import { achievementOf, type Breakable } from './breakable.js';
import { optionalProperties } from './optional-properties.js';

const relatedWith = (related: object) => (credential: Breakable) =>
  (achievementOf(credential)['related'] = [related]);

export const schemaBreaches: Record<string, (credential: Breakable) => void> = {
  'no @context': (credential) => delete credential['@context'],
  'one context': (credential) => (credential['@context'] = ['https://www.w3.org/ns/credentials/v2']),
  'contexts in another order': (credential) => (credential['@context'] as string[]).reverse(),
  'no id': (credential) => delete credential['id'],
  'type as text': (credential) => (credential['type'] = 'OpenBadgeCredential'),
  'another type': (credential) => (credential['type'] = ['VerifiableCredential', 'Other']),
  'no issuer': (credential) => delete (credential as Record<string, unknown>)['issuer'],
  'an issuer without id': (credential) => delete credential.issuer['id'],
  'an issuer whose type is text': (credential) => (credential.issuer['type'] = 'Profile'),
  'an identifier of the issuer with a type unknown': (credential) =>
    (credential.issuer.otherIdentifier[0]!['identifierType'] = 'VAT'),
  'an identifier of the issuer with more in it': (credential) =>
    (credential.issuer.otherIdentifier[0]!['note'] = 'x'),
  'no validFrom': (credential) => delete credential['validFrom'],
  'validFrom without zone': (credential) => (credential['validFrom'] = '2026-03-04T10:11:12'),
  'validUntil as date alone': (credential) => (credential['validUntil'] = '2026-03-04'),
  'two subjects': (credential) =>
    ((credential as Record<string, unknown>)['credentialSubject'] = [credential.credentialSubject]),
  'a subject without achievement': (credential) =>
    delete (credential.credentialSubject as Record<string, unknown>)['achievement'],
  'an identity whose type is a list': (credential) =>
    (credential.credentialSubject.identifier[0]!['type'] = ['IdentityObject']),
  'an identity with a type unknown': (credential) =>
    (credential.credentialSubject.identifier[0]!['identityType'] = 'email'),
  'hashed as text': (credential) => (credential.credentialSubject.identifier[0]!['hashed'] = 'true'),
  'an identity with more in it': (credential) => (credential.credentialSubject.identifier[0]!['note'] = 'x'),
  'credits as text': (credential) => (credential.credentialSubject['creditsEarned'] = '3'),
  'an achievement without criteria': (credential) => delete achievementOf(credential)['criteria'],
  'an achievement without description': (credential) => delete achievementOf(credential)['description'],
  'an achievement whose type is text': (credential) => (achievementOf(credential)['type'] = 'Achievement'),
  'an image as address': (credential) =>
    ((achievementOf(credential) as Record<string, unknown>)['image'] = 'https://x.example/a.png'),
  'an image with more in it': (credential) => (achievementOf(credential).image['width'] = '10'),
  'a language unknown': (credential) => (achievementOf(credential)['inLanguage'] = 'english'),
  'an alignment without targetUrl': (credential) =>
    delete achievementOf(credential).alignment[0]!['targetUrl'],
  'an alignment whose type is text': (credential) =>
    (achievementOf(credential).alignment[0]!['type'] = 'Alignment'),
  'a targetType without ext:': (credential) =>
    (achievementOf(credential).alignment[0]!['targetType'] = 'EQFLevel'),
  'one alignment without list': (credential) =>
    ((achievementOf(credential) as Record<string, unknown>)['alignment'] =
      achievementOf(credential).alignment[0]),
  'a related achievement without id': relatedWith({ type: ['Related'], inLanguage: 'fr' }),
  'a related achievement whose type is text': relatedWith({ id: 'https://x.example/fr', type: 'Related' }),
  'a related achievement in no language that there is': relatedWith({
    id: 'https://x.example/fr',
    type: ['Related'],
    inLanguage: 'français',
  }),
  'a result description without id': (credential) =>
    delete achievementOf(credential).resultDescription[0]!['id'],
  'a result description with a resultType unknown': (credential) =>
    (achievementOf(credential).resultDescription[0]!['resultType'] = 'LearningOutcome'),
  'a result whose value is a number': (credential) =>
    (credential.credentialSubject.result.at(-1)!['value'] = 17),
  'a result with a status unknown': (credential) =>
    (credential.credentialSubject.result[0]!['status'] = 'Passed'),
  'evidence whose type is text': (credential) => (credential.evidence[0]!['type'] = 'Evidence'),
  'two status objects': (credential) =>
    ((credential as Record<string, unknown>)['credentialStatus'] = [credential.credentialStatus]),
  'a status without id': (credential) => delete credential.credentialStatus['id'],
  'credentialSchema without list': (credential) =>
    (credential['credentialSchema'] = { id: 'https://x.example', type: '1EdTechJsonSchemaValidator2019' }),
  'proof without list': (credential) => (credential['proof'] = { type: 'DataIntegrityProof' }),
  'validFrom on a day that is none': (credential) => (credential['validFrom'] = '2026-02-30T10:00:00Z'),
  'a context that is a number': (credential) => (credential['@context'] as unknown[]).push(7),
  ...Object.fromEntries(
    Object.entries(optionalProperties).flatMap(([what, { of, name, wrong }]) =>
      Object.entries(wrong).map(([how, value]) => [
        `${what} ${how}`,
        (credential: Breakable) => (of(credential)[name] = value),
      ]),
    ),
  ),
};
