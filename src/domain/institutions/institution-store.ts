/** Port: where institutions are kept. */
import type { Institution } from './institution.js';

export interface InstitutionStore {
  add(institution: Institution): Promise<void>;
  byId(id: string): Promise<Institution | undefined>;
  all(): Promise<Institution[]>;
  change(
    id: string,
    fields: Partial<Omit<Institution, 'id' | 'createdAt'>>,
  ): Promise<Institution | undefined>;
}
