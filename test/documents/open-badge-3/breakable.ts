/** A credential that tests break. Only as far as the breaches reach; everything may be broken. */
export interface Breakable {
  [key: string]: unknown;
  issuer: Record<string, unknown> & { otherIdentifier: Record<string, unknown>[] };
  credentialSubject: Record<string, unknown> & {
    identifier: Record<string, unknown>[];
    result: Record<string, unknown>[];
    achievement: Record<string, unknown> & {
      alignment: Record<string, unknown>[];
      image: Record<string, unknown>;
      resultDescription: Record<string, unknown>[];
    };
  };
  credentialStatus: Record<string, unknown>;
  evidence: Record<string, unknown>[];
}

export const achievementOf = (credential: Breakable) => credential.credentialSubject.achievement;
