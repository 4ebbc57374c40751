/**
 * What is said to a signing service and read of its answers: version 1.0.4.0 and 2.x of the interface, whose answers differ in a
 * few names. https://cloudsignatureconsortium.org/resources/download-api-specifications/
 */
import { z } from 'zod';

/** Section 11.1, info. */
export const infoShape = z.looseObject({
  specs: z.string().regex(/^\d+\./),
  /** Base of the OAuth 2.0 server: `<oauth2>/oauth2/token` gives tokens. */
  oauth2: z.url({ protocol: /^https?$/ }).optional(),
  /** The same since version 2, where the server describes itself (RFC 8414). */
  oauth2Issuer: z.url({ protocol: /^https?$/ }).optional(),
  methods: z.array(z.string()).default([]),
});
export type ServiceInfo = z.infer<typeof infoShape>;

/** https://www.rfc-editor.org/rfc/rfc8414#section-2 */
export const serverMetadataShape = z.looseObject({ token_endpoint: z.url({ protocol: /^https?$/ }) });

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.1 , https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export const tokenShape = z.looseObject({
  /** What no header can carry is none. */
  access_token: z
    .string()
    .regex(/^[\x21-\x7E]+$/)
    .max(20_000),
  /** Seconds. */
  expires_in: z.coerce.number().int().min(0).optional(),
});

/** Version 1 writes booleans as texts. */
const presence = z
  .looseObject({ presence: z.union([z.string(), z.boolean()]).transform(String).optional() })
  .optional();

/** Section 11.5, credentials/info: as versions 1 (authMode, PIN, OTP) and 2 (auth) have it. */
export const credentialShape = z.looseObject({
  key: z.looseObject({ status: z.string(), algo: z.array(z.string()).min(1) }),
  cert: z.looseObject({
    status: z.string().optional(),
    certificates: z.array(z.string()).min(1),
  }),
  authMode: z.string().optional(),
  PIN: presence,
  OTP: presence,
  auth: z
    .looseObject({
      mode: z.string(),
      objects: z.array(z.looseObject({ type: z.string(), id: z.string() })).optional(),
    })
    .optional(),
});
export type CredentialInfo = z.infer<typeof credentialShape>;

/** Section 11.6, credentials/authorize. */
export const authorizationShape = z.looseObject({ SAD: z.string().min(1).max(100_000) });

/** Section 11.9, signatures/signHash. */
export const signaturesShape = z.looseObject({ signatures: z.tuple([z.base64()]) });

/** Section 11.10, signatures/timestamp. */
export const timeStampShape = z.looseObject({ timestamp: z.base64() });

/** Section 10.1: a code of the specification; the description may quote anything and is not read. */
export const errorShape = z.looseObject({ error: z.string().regex(/^[A-Za-z0-9_]{1,60}$/) });
