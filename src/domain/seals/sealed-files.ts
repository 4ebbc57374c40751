/** Port: European Digital Credentials that were sealed, one an award. They name their learners. */

export interface SealedFile {
  /** The award's. */
  id: string;
  /** JSON text, as the learner gets it. */
  json: string;
  sealedAt: Date;
}

export interface SealedFiles {
  /** @throws Problem duplicate: one was kept meanwhile */
  add(file: SealedFile): Promise<void>;
  of(awardId: string): Promise<SealedFile | undefined>;
  has(awardId: string): Promise<boolean>;
}
