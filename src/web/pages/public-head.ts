/** What stands in the head of a public page: other forms of the same thing, and what is shown where its link is shared. No person. */
export interface PublicHead {
  /** The address of the page, without the reader's language. */
  address: string;
  description: string;
  image?: string;
  /** The same for machines. */
  alternates?: { type: string; href: string; title: string }[];
  /** True where search engines are to leave it out. */
  hidden?: boolean;
}
