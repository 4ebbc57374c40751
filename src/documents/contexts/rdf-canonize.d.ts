/** Types for rdf-canonize, which brings none: only what we call. */
declare module 'rdf-canonize' {
  export function canonize(
    dataset: unknown,
    options: {
      algorithm: 'RDFC-1.0';
      format?: 'application/n-quads';
      maxWorkFactor?: number;
      signal?: AbortSignal;
    },
  ): Promise<string>;
}
