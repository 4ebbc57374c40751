/** Port: how many messages were sent on a day, by what they are counted for. Forgotten some days later. */
export interface MailTally {
  /** For example one address, by its key; never the address. */
  of: string;
  /** YYYY-MM-DD, in UTC. */
  day: string;
}

export interface MailTallies {
  /** Counts one more; false when there are `most` already, and nothing is counted then. Of any number of callers none goes beyond. */
  take(tally: MailTally, most: number): Promise<boolean>;
  /** One that was counted was not sent after all. */
  giveBack(tally: MailTally): Promise<void>;
}
