/** Time stamps of an authority that nobody trusts. */
export {
  makeTimeStamp as aTimeStamp,
  makeTimeStampAuthority as aTimeStampAuthority,
} from '../../../src/demo-seals/make-time-stamp.js';
