/** What is forgotten of an endorsement at its end, declined or withdrawn: everything but the organisation and the days. */
import type { Endorsement } from './endorsement.js';
import type { EndorsementChange } from './endorsement-store.js';

export function forgotten({ said, invited }: Endorsement): EndorsementChange {
  return {
    said: said && { organisation: said.organisation, at: said.at },
    // whoever invited may have named a person
    invited: said?.organisation.name ?? invited,
    confirmation: undefined,
    confirmed: undefined,
    document: undefined,
    signedWith: undefined,
  };
}
