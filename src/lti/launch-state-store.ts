/** The port lives in the domain, so that storage may implement it without knowing this folder: import it from there. */
export type { LaunchStateStore } from '../domain/platforms/launch-state-store.js';
