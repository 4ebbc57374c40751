/**
 * Lets pages of other sites ask /verify.json and read its answer: the question is anonymous and changes nothing, and its limits
 * count the reader's own address. https://fetch.spec.whatwg.org/#http-cors-protocol
 */
import type { RequestHandler } from 'express';
import type { WebServices } from '../../web-services.js';

/**
 * Where private addresses are allowed, it stays closed: a foreign page could otherwise have a reader inside the network ask for
 * what stands there, and read what is told of it.
 */
export function openToPages({ allowHttp }: Pick<WebServices, 'allowHttp'>): RequestHandler {
  return (req, res, next) => {
    if (allowHttp) {
      next();
      return;
    }
    res.set({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After, RateLimit, RateLimit-Policy',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    if (req.method !== 'OPTIONS') {
      next();
      return;
    }
    res.set({
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Accept, Accept-Language, Content-Type',
      'Access-Control-Max-Age': '86400',
      Allow: 'GET, HEAD, POST, OPTIONS',
    });
    res.status(204).end();
  };
}
