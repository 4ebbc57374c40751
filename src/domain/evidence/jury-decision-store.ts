/**
 * Port: what juries decided on portfolios (validation of prior learning). (microCredentialId, version, subject, platformId) is unique;
 * the last word counts, the history keeps all of them. docs/decisions/0024-jury-on-a-portfolio.md
 */
export interface JuryWord {
  /** withdrawn: the decision counts no more; its content stays. */
  state: 'proven' | 'not-proven' | 'withdrawn';
  /** What the portfolio shows, in the jury's words. */
  portfolio: string;
  /** https addresses of what was handed in. */
  attachments: string[];
  /** Names of the two examiners. */
  examiners: [string, string];
  /** True where the two agreed to be named in the credential. */
  mayBeNamed: boolean;
  /** Day of the decision: YYYY-MM-DD. */
  decidedOn: string;
  /** Of the decision, or of its withdrawal. */
  reasons: string;
  /** The teacher who recorded it. */
  recordedBy: { subject: string; name?: string };
  /** When it was recorded. */
  at: Date;
}

export interface JuryDecision extends JuryWord {
  microCredentialId: string;
  version: number;
  platformId: string;
  subject: string;
  history: JuryWord[];
}

export interface JuryDecisionStore {
  /** Records what counts from now on and appends it to the history, in one write. */
  record(decision: Omit<JuryDecision, 'history'>): Promise<void>;
  of(
    microCredentialId: string,
    version: number,
    platformId: string,
    subject: string,
  ): Promise<JuryDecision | undefined>;
  all(microCredentialId: string, version: number): Promise<JuryDecision[]>;
}
