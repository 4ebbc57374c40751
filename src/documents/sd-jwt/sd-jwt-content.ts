/** What a credential for wallets is made from: what every document says, and what this one adds. It names the learner in clear. */
import type { CredentialContent } from '../credential-content.js';

export interface SdJwtContent {
  credential: CredentialContent;
  /** M1, as confirmed at claim. */
  holder: { name: string; email: string };
  /** When this copy is made: whole seconds. */
  madeAt: Date;
}
