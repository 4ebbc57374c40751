/** The port lives in the domain, so that storage may implement it without knowing this folder: import it from there. */
export type { LtijsRecords } from '../domain/platforms/ltijs-records.js';
