/** Every port's contract on every database there is, each with two replicas on it. */
import { administratorStoreContract } from './administrator-store.contract.js';
import { awardCorrectionsContract } from './award-corrections.contract.js';
import { awardEmailsContract } from './award-emails.contract.js';
import { awardReviewsContract } from './award-reviews.contract.js';
import { awardSignaturesContract } from './award-signatures.contract.js';
import { awardStoreContract } from './award-store.contract.js';
import { checkStoreContract } from './check-store.contract.js';
import { confirmationStoreContract } from './confirmation-store.contract.js';
import { courseStoreContract } from './course-store.contract.js';
import { endorsementStoreContract } from './endorsement-store.contract.js';
import { institutionStoreContract } from './institution-store.contract.js';
import { juryDecisionStoreContract } from './jury-decision-store.contract.js';
import { keyRecordsContract } from './key-records.contract.js';
import { ltijsRecordsContract } from './ltijs-records.contract.js';
import { microCredentialStoreContract } from './micro-credential-store.contract.js';
import { noticeStoreContract } from './notice-store.contract.js';
import { platformStoreContract } from './platform-store.contract.js';
import { databases, withReplicas } from './replicas.js';
import { sealStoresContract } from './seal-stores.contract.js';
import { sealedTokensContract } from './sealed-tokens.contract.js';
import { mailTallyStoreContract } from './mail-tally-store.contract.js';
import { sharedResultStoreContract } from './shared-result-store.contract.js';
import { statusListStoreContract } from './status-list-store.contract.js';
import { usedLaunchesContract } from './used-launches.contract.js';
import { visitStoreContract } from './visit-store.contract.js';

for (const { name, open } of databases) {
  describe(`storage on ${name}`, () => {
    const replicas = withReplicas(open);
    platformStoreContract(replicas);
    institutionStoreContract(replicas);
    administratorStoreContract(replicas);
    courseStoreContract(replicas);
    visitStoreContract(replicas);
    microCredentialStoreContract(replicas);
    confirmationStoreContract(replicas);
    juryDecisionStoreContract(replicas);
    awardStoreContract(replicas);
    awardEmailsContract(replicas);
    awardReviewsContract(replicas);
    awardCorrectionsContract(replicas);
    awardSignaturesContract(replicas);
    statusListStoreContract(replicas);
    checkStoreContract(replicas);
    noticeStoreContract(replicas);
    usedLaunchesContract(replicas);
    ltijsRecordsContract(replicas);
    keyRecordsContract(replicas);
    sealedTokensContract(replicas);
    sealStoresContract(replicas);
    sharedResultStoreContract(replicas);
    mailTallyStoreContract(replicas);
    endorsementStoreContract(replicas);
  });
}
