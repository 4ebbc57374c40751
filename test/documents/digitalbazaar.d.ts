/** Types of the reference implementation, which brings none: only what the tests and benchmarks call. */
declare module '@digitalbazaar/vc' {
  export function issue(options: {
    credential: object;
    suite: object;
    documentLoader: object;
  }): Promise<object>;
  export function verifyCredential(options: {
    credential: object;
    suite: object;
    documentLoader: object;
    now?: Date;
    checkStatus?: (options: object) => Promise<{ verified: boolean }>;
  }): Promise<{ verified: boolean; error?: Fault; statusResult?: { error?: Fault } }>;
  type Fault = Error & { errors?: Error[] };
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; cryptosuite: object; date?: string | Date });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(options: { id?: string; controller?: string }): Promise<{
    signer(): object;
    publicKeyMultibase: string;
    export(options: { publicKey: boolean; secretKey?: boolean; raw?: boolean }): Promise<object>;
  }>;
  export function from(key: object): Promise<{ signer(): object }>;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export function generate(options: { curve: 'P-256' | 'P-384'; controller?: string }): Promise<{
    id?: string;
    signer(): object;
    publicKeyMultibase: string;
    export(options: { publicKey: boolean; secretKey?: boolean }): Promise<{ publicKeyMultibase: string }>;
  }>;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options: { signer: object; date: string });
  }
}
