/** The awards to whose pages a PDF links, of whatever installation of this software: what it leads to besides is nothing to verify. */
import { absoluteUrl } from '../../shared/absolute-url.js';
import { looksLikeId } from '../../shared/ids.js';
import { addresses } from '../addresses.js';
import { linkedAddresses } from '../pdf/linked-addresses.js';

export const awardLinks = (pdf: Uint8Array): string[] => linkedAddresses(pdf).filter(leadsToAward);

function leadsToAward(address: string): boolean {
  const url = /^https?:\/\//.test(address) ? absoluteUrl(address) : undefined;
  const id = url?.pathname.split('/').at(-1) ?? '';
  return url !== undefined && looksLikeId(id) && addresses(url.origin).award(id) === address;
}
