/** Types for rdf-canonize, which brings none: only what we call. */
declare module 'rdf-canonize' {
  export interface Term {
    termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
    value: string;
    /** Of a literal. */
    datatype?: Term;
    language?: string;
  }
  export interface Quad {
    subject: Term;
    predicate: Term;
    object: Term;
    graph: Term;
  }
  export const NQuads: {
    /** A line of N-Quads with its line end. */
    serializeQuad(quad: Quad): string;
  };
  export function canonize(
    dataset: readonly Quad[],
    options: {
      algorithm: 'RDFC-1.0';
      format?: 'application/n-quads';
      messageDigestAlgorithm?: 'sha256' | 'sha384';
      maxWorkFactor?: number;
      signal?: AbortSignal;
    },
  ): Promise<string>;
}
