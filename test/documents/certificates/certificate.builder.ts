/** Certificates of an authority and of those it vouches for: those of the trust service of the demonstration. */
export {
  type Certified,
  makeCertificate as aCertificate,
  newKeys,
} from '../../../src/demo-seals/make-certificate.js';
