/**
 * A migration: one step from an older shape of the data to a newer one. Replicas run each once, but a killed run begins again:
 * `up` must do no harm when part or all of it has been done.
 */
import type { Connection } from 'mongoose';

export interface Migration {
  /** 1, 2, 3 ... never changed or reused once released. */
  number: number;
  /** What it does, for the log and the mark. */
  name: string;
  up(connection: Connection): Promise<void>;
}
