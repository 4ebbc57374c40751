/** What stands at an address: the answer to a lookup that found something. */
export interface Standing {
  found: true;
  /** True for 410 Gone. */
  gone: boolean;
  body: Uint8Array;
  contentType: string;
}

/** Port: what stands at an address of this installation; undefined when nothing for machines does. Only the path counts. */
export type OwnDocument = (url: URL) => Promise<Standing | undefined>;
