/** Does a credential with this endorsement inside still have every member explained by its contexts, as strict verifiers demand? */
import {
  credentialsContext,
  extensionsContext,
  openBadgesContext,
} from '../../documents/contexts/context-documents.js';
import type { JsonObject } from '../../documents/json/json-value.js';
import type { Endorsed } from '../endorsements/endorsed-thing.js';
import type { DocumentChecks } from '../verification/document-checks.js';

export async function staysReadable(
  { documentChecks }: { documentChecks: DocumentChecks },
  { id, version }: Endorsed,
  endorsement: JsonObject,
): Promise<boolean> {
  const inside = { endorsement: [endorsement] };
  const around: JsonObject = {
    '@context': [credentialsContext, openBadgesContext, extensionsContext],
    id: 'urn:uuid:00000000-0000-4000-8000-000000000000',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    ...(version
      ? {
          credentialSubject: {
            type: ['AchievementSubject'],
            achievement: { id, type: ['Achievement'], ...inside },
          },
        }
      : { issuer: { id, type: ['Profile'], ...inside } }),
  };
  const { result } = await documentChecks.contexts(around);
  return result === 'passed';
}
