import { verifyCredential } from '../../../../src/domain/verification/verify-credential.js';
import { depsOn } from '../foreign-web.js';
import { told } from '../told.js';

const nobody = { fetchDocument: () => Promise.reject(new Error('a seal is judged without asking anybody')) };

export const report = (text: string, email?: string) => verifyCredential(depsOn(nobody), { text, email });

/** The outcome, and 'result: reason' of one check. */
export async function verdict(text: string, name: Parameters<typeof told>[1] = 'signature') {
  const answer = await report(text);
  return [answer.outcome, told(answer, name)];
}
