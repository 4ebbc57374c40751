/** Port: examiners' confirmations. (microCredentialId, version, subject, platformId) is unique; a withdrawn one keeps its history. */
export interface Confirmation {
  microCredentialId: string;
  version: number;
  platformId: string;
  subject: string;
  confirmed: boolean;
  examiner: { subject: string; name?: string };
  reason: string;
  at: Date;
  history: { confirmed: boolean; examiner: { subject: string; name?: string }; reason: string; at: Date }[];
}

export interface ConfirmationStore {
  /** Records a decision and appends it to the history in one write. */
  decide(decision: Omit<Confirmation, 'history'>): Promise<void>;
  of(
    microCredentialId: string,
    version: number,
    platformId: string,
    subject: string,
  ): Promise<Confirmation | undefined>;
  all(microCredentialId: string, version: number): Promise<Confirmation[]>;
}
