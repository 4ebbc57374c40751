/** Claiming and what the learner holds then, below /visits/:visit. */
import { Router } from 'express';
import { requireLearner } from '../../middleware/require-role.js';
import type { WebServices } from '../../web-services.js';
import { claimIt } from './claim-it.js';
import { showOwnCertificate } from './show-own-certificate.js';
import { sendOwnElm } from './send-own-elm.js';
import { sendOwnSealed } from './send-own-sealed.js';
import { sendOwnWalletCredential } from './send-own-wallet-credential.js';
import { ownRecords } from './own-record.js';
import { showClaim } from './show-claim.js';
import { choosePublic, showMyAward } from './show-my-award.js';

export function claimPages(services: WebServices): Router {
  const router = Router({ mergeParams: true });
  router.use(['/claim', '/award'], requireLearner);
  router.get('/claim', showClaim(services));
  router.post('/claim', claimIt(services));
  router.get('/award', showMyAward(services));
  router.get('/award/certificate.pdf', showOwnCertificate(services));
  router.get('/award/europass.jsonld', sendOwnElm(services));
  router.get('/award/europass-sealed.jsonld', sendOwnSealed(services));
  router.get('/award/wallet.sd-jwt', sendOwnWalletCredential(services));
  const records = ownRecords(services);
  router.get('/award/record.json', records.whole);
  router.get('/award/stack.json', records.stack);
  router.post('/award/public', choosePublic(services));
  return router;
}
