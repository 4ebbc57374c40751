/**
 * Every setting of Acquis: meaning, unit, default. One schema, parsed once from the environment, frozen; all faults are
 * reported together. A secret has no default. config/example.env shows them all.
 */
import { z } from 'zod';
import { Problem } from '../src/shared/problem.js';

const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .transform((text) => text === 'true' || text === '1')
  .or(z.boolean());

const baseAddress = z
  .url({ protocol: /^https?$/ })
  .transform((text) => text.replace(/\/+$/, ''))
  .refine(
    (text) => {
      const url = new URL(text);
      return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    },
    { message: 'must begin with https:// (http is allowed for localhost alone)' },
  )
  .refine((text) => new URL(text).pathname === '/', { message: 'must be an origin without a path' });

/** Each as the base address itself. */
const baseAddresses = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .transform((all) => all.filter((one) => one !== ''))
  .pipe(z.array(baseAddress));

const key32 = z.string().refine((text) => Buffer.from(text, 'base64').length === 32, {
  message: 'must be 32 random bytes in base64 (openssl rand -base64 32)',
});

const smtpAddress = z.url({ protocol: /^smtps?$/ }).refine(
  (text) => {
    const { username, searchParams } = new URL(text);
    return searchParams.get('tls') !== 'none' || username === '';
  },
  { message: 'must not send a password without TLS: leave out tls=none' },
);

const settingsShape = z.object({
  /** Public origin of this installation, without a path: it is written into every credential, so choose it for ever. */
  ACQUIS_BASE_ADDRESS: baseAddress,
  /** Origins that this installation had before it moved, separated by commas: credentials of then go on verifying while their names lead here. */
  ACQUIS_FORMER_BASES: baseAddresses.default([]),
  /** TCP port to listen on; 0 picks a free one. */
  ACQUIS_PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** Address of the interface to listen on. */
  ACQUIS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Master key that encrypts private keys at rest: 32 bytes, base64. No default. */
  ACQUIS_MASTER_KEY: key32,
  /** Name of that key, stored beside what it encrypts, so that it can be replaced. */
  ACQUIS_MASTER_KEY_ID: z.string().min(1).default('1'),
  /** Former master keys as id=base64 pairs separated by commas: still read, never written. */
  ACQUIS_FORMER_MASTER_KEYS: z.string().default(''),
  /** Key for form tokens and cookies: 32 bytes, base64. No default. */
  ACQUIS_SESSION_KEY: key32,
  /** MongoDB address; empty starts the embedded engine (for trying, tests and small pilots). */
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//)
    .or(z.literal(''))
    .default(''),
  /** Folder of the embedded engine's data and of what is brought once. */
  ACQUIS_DATA_FOLDER: z.string().min(1).default('var'),
  /** Folder where the embedded engine is installed once; empty: `engine` in the data folder. */
  ACQUIS_ENGINE_FOLDER: z.string().default(''),
  /** Path of a mongod program for the embedded engine; empty looks on PATH, then uses SecantusDB. */
  ACQUIS_MONGOD: z.string().default(''),
  /** Number of proxies in front that add the address they see to X-Forwarded-For: whom limits count by. */
  ACQUIS_TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** Allow requests to private and loopback addresses (an LMS on the same network; the demo). */
  ACQUIS_ALLOW_PRIVATE_ADDRESSES: flag.default(false),
  /** Hours a visit from the LMS stays open without a new launch. */
  ACQUIS_VISIT_HOURS: z.coerce.number().min(0.5).max(72).default(8),
  /** Years after which signing keys are old and get successors; 0: never. */
  ACQUIS_KEY_YEARS: z.coerce.number().int().min(0).max(50).default(3),
  /** scheduled: old signing keys are renewed by themselves, announced 30 days before; asked: the administrator is told that they are old, and renews them. */
  ACQUIS_KEY_RENEWAL: z.enum(['scheduled', 'asked']).default('scheduled'),
  /** Seconds an LMS clock may differ from ours. */
  ACQUIS_CLOCK_TOLERANCE: z.coerce.number().int().min(0).max(600).default(180),
  /** true: print a new one-time set-up link at start, although a password is chosen already. */
  ACQUIS_NEW_SET_UP_LINK: flag.default(false),
  /**
   * Path of a Python in whose environment the package openbadges (1.1.2) is installed: the verification asks it for a second
   * opinion on Open Badges 2.0, in a process of its own without network. Empty: nobody is asked.
   */
  ACQUIS_OPENBADGES_PYTHON: z.string().default(''),
  /**
   * Mail server for notices to learners and invitations to endorse: smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465; `?tls=none` for a
   * relay without TLS and password. Empty: nobody gets any.
   */
  ACQUIS_SMTP_URL: smtpAddress.or(z.literal('')).default(''),
  /** Sender of the messages: an address, or Name <address>. Must be set with ACQUIS_SMTP_URL. */
  ACQUIS_MAIL_FROM: z
    .string()
    .regex(/^([^<>@\r\n]* <)?[^\s<>@]+@[^\s<>@]+>?$/, { message: 'must be an address, or Name <address>' })
    .or(z.literal(''))
    .default(''),
  /** pino log level. */
  ACQUIS_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Undefined for what is no address: that is told by itself. */
const hostOf = (base: string): string | undefined => (URL.canParse(base) ? new URL(base).host : undefined);

export const settingsSchema = settingsShape
  .refine((settings) => settings.ACQUIS_SMTP_URL === '' || settings.ACQUIS_MAIL_FROM !== '', {
    path: ['ACQUIS_MAIL_FROM'],
    message: 'must be set where ACQUIS_SMTP_URL is',
  })
  .refine(
    ({ ACQUIS_BASE_ADDRESS: base, ACQUIS_FORMER_BASES: former }) =>
      !former.some((one) => hostOf(one) !== undefined && hostOf(one) === hostOf(base)),
    {
      path: ['ACQUIS_FORMER_BASES'],
      // every page would lead to itself
      message: 'must not name the host of ACQUIS_BASE_ADDRESS',
    },
  );

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/**
 * Reads the settings from an environment.
 * @throws Problem settings-invalid whose facts.faults lists every fault as "NAME: what is wrong".
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const result = settingsSchema.safeParse(environment);
  if (result.success) return Object.freeze(result.data);
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return environment[name] === undefined ? `${name}: is missing` : `${name}: ${issue.message}`;
  });
  throw new Problem('settings-invalid', { detail: faults.join('; '), facts: { faults } });
}
