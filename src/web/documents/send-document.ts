/**
 * Answers a request with a document for machines: its exact bytes, a strong ETag, open to every origin, told apart from pages
 * by nothing but its media type. https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3 and https://fetch.spec.whatwg.org/#http-cors-protocol
 */
import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';

/**
 * How long others may keep it unasked. issued: signed at issue, and again only after a key was declared compromised. changing: what may be changed by hand or by a
 * new key. status: what a revocation must reach within a minute. own: what is the reader's alone. ask: the address has several forms, or a page beside it.
 */
const cacheControls = {
  issued: 'public, max-age=3600',
  changing: 'public, max-age=60, must-revalidate',
  status: 'public, max-age=30, must-revalidate',
  own: 'private, no-store',
  ask: 'public, no-cache',
} as const;

export interface MachineDocument {
  body: string | Uint8Array;
  /** Media type. */
  type: string;
  cache: keyof typeof cacheControls;
  /** 200 unless told. */
  status?: number;
  /** What a browser calls the file that it keeps; without one it shows the document where it can. */
  fileName?: string;
  /** Strong ETag with its quotes, where it is known already. */
  etag?: string;
}

/** Lets pages of any other site read and embed what is answered here; answers their preflight requests itself. */
export const openToAll: RequestHandler = (req, res, next) => {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  if (req.method !== 'OPTIONS') {
    next();
    return;
  }
  res.set({
    'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Headers': 'Accept, Accept-Language, Content-Type, If-None-Match',
    'Access-Control-Max-Age': '86400',
    Allow: 'GET, HEAD, OPTIONS',
  });
  res.status(204).end();
};

/** A browser opens an SVG as a page: no script may run in it, and nothing be fetched for it. https://www.w3.org/TR/CSP3/#directive-sandbox */
const inertPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Answers 304 where the reader has these bytes already. */
export function sendDocument(req: Request, res: Response, document: MachineDocument): void {
  const body = typeof document.body === 'string' ? Buffer.from(document.body) : document.body;
  const etag = document.etag ?? `"${createHash('sha256').update(body).digest('base64url')}"`;
  res.status(document.status ?? 200).set({
    'Content-Type': document.type,
    'Cache-Control': cacheControls[document.cache],
    ETag: etag,
  });
  if (document.type === 'image/svg+xml') res.set('Content-Security-Policy', inertPolicy);
  if (document.fileName) res.attachment(document.fileName).type(document.type);
  if (res.statusCode === 200 && hasAlready(req, etag)) {
    res.status(304).removeHeader('Content-Type');
    res.end();
    return;
  }
  res.set('Content-Length', String(body.byteLength)).end(body);
}

/**
 * If-None-Match. Express's own answer to it is not asked: it refuses wherever the reader's fetch() adds "no-cache", as
 * they do when they ask with an ETag. https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
function hasAlready(req: Request, etag: string): boolean {
  const known = (req.get('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
