/**
 * The address at which whoever gets notices ends them. It holds the key of the e-mail address (emailKeyOf): nobody makes one without
 * the pepper of the installation, and it tells no address.
 */
const key = /^[0-9a-f]{64}$/;

export const stopAddress = (base: string, emailKey: string): string => `${base}/notices/${emailKey}`;

export const looksLikeStopKey = (text: string): boolean => key.test(text);
