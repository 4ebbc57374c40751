/** Port: what each launch and each page of a visit asks of the platforms. Answers may be five seconds old, never older. */
import type { PlatformStore } from './platform-store.js';

export type KnownPlatforms = Pick<PlatformStore, 'byId' | 'byClient' | 'byIssuer'>;
