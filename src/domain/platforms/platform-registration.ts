/**
 * What an administrator types to link an LMS, checked field by field. Issuer and client id are kept verbatim: launches are
 * compared with them character by character. https://www.imsglobal.org/spec/security/v1p0/#tool-registration
 */
import { z } from 'zod';
import { fieldFaults, formProblem } from '../../shared/field-faults.js';
import { lmsFamilies, type PlatformRegistration } from './platform.js';

const verbatim = z.string().trim().min(1).max(255);

function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    !!url &&
    /^https?:$/.test(url.protocol) &&
    url.hostname !== '' &&
    url.username === '' &&
    url.password === '' &&
    url.hash === ''
  );
}

const registrationSchema = (allowHttp: boolean) => {
  const address = z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .refine(isAddress, { message: 'not-an-address', abort: true })
    .refine((text) => allowHttp || text.toLowerCase().startsWith('https:'), { message: 'https-required' });
  return z.object({
    name: z.string().trim().min(1).max(200),
    family: z.enum(lmsFamilies),
    issuer: address.refine((text) => !text.includes('?'), { message: 'not-an-address' }),
    clientId: verbatim,
    /** May be empty: a deployment that tries to launch is shown to the administrator, who accepts it. */
    deploymentIds: z
      .array(verbatim)
      .max(200)
      .transform((ids) => [...new Set(ids)]),
    authorizationEndpoint: address,
    tokenEndpoint: address,
    tokenAudience: verbatim.optional().or(z.literal('').transform(() => undefined)),
    keySetUrl: address,
  });
};

/**
 * The registration, trimmed and without repeated deployment ids.
 * @throws Problem request-invalid with facts.fields
 */
export function readRegistration(
  registration: PlatformRegistration,
  allowHttp: boolean,
): PlatformRegistration {
  const parsed = registrationSchema(allowHttp).safeParse(registration, { reportInput: true });
  if (!parsed.success) throw formProblem(fieldFaults(parsed.error));
  return parsed.data;
}
