/**
 * The id of a person in lists of an LMS: `sub` of a launch, as long as that may be. Longer ones are made to be slow to compare.
 * https://openid.net/specs/openid-connect-core-1_0.html#IDToken
 */
import { z } from 'zod';

export const personId = z.union([z.string().min(1).max(255), z.number().transform(String)]);
