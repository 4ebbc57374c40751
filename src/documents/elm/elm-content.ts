/** What an ELM file is made from: what every document says, and what this one adds. It names the learner in clear. */
import { addresses } from '../addresses.js';
import type { CredentialContent } from '../credential-content.js';

export interface ElmContent {
  credential: CredentialContent;
  /** M1, as confirmed at claim. The e-mail address is not needed, so it is not in the file. */
  holder: { name: string };
  /** PNG of the badge: the application profile demands a picture of the credential. */
  picture: Uint8Array;
}

/** Id of a node. In one file one id is one node: the same id with other content would be merged. */
export function nodeId({ base, awardId }: CredentialContent, name: string): string {
  return `${addresses(base).elm(awardId)}#${name}`;
}
