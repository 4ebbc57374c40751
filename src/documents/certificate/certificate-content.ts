/**
 * What a certificate shows, in words of one language. It is made from what the award's page shows: the certificate adds
 * nothing to it and is no proof itself (docs/decisions/0010-certificate.md).
 */

/** A text that people wrote; `lang`: BCP 47 tag where it is in another language than the certificate. */
export interface CertificateText {
  text: string;
  lang?: string;
}

/** A name and what stands under it; the pieces of a line stand side by side. */
export interface CertificateRow {
  label: string;
  lines: readonly (readonly CertificateText[])[];
}

export interface CertificateOutcomes {
  /** `beside`: its code, its grade where one is carried, and the framework entry. */
  outcomes: readonly (CertificateText & { beside: readonly CertificateText[] })[];
  /** The assessment that proves all of them: its name, type, criterion and supervision. */
  proof: readonly CertificateText[];
}

export interface CertificateContent {
  /** BCP 47 tag of the words. */
  language: string;
  /** What a reader's window is called. */
  documentTitle: string;
  issuer: string;
  /** "Micro-credential" */
  kind: string;
  title: CertificateText;
  /** Without `name` (private) the note stands alone. `unprintable` replaces a name that the font cannot draw. */
  holder: { label: string; name?: string; note: string; unprintable: string };
  /** That it has expired; stands above everything else. */
  warning?: string;
  /** A few that stand out: who awarded it, when, until when. */
  facts: readonly CertificateRow[];
  /** A line such as "3 ECTS credits · EQF level 6". */
  glance: readonly string[];
  description: CertificateText;
  outcomes: { heading: string; groups: readonly CertificateOutcomes[] };
  elements: { heading: string; rows: readonly CertificateRow[] };
  evidence: { heading: string; lines: readonly string[] };
  /** How to check it. `address`: public page of the award, where the QR code leads. */
  proof: { heading: string; lines: readonly string[]; address: string; qrAlt: string };
  /** Replaces any other text most of whose letters the font lacks. */
  unprintable: string;
  /** Says what the placeholders for single letters mean, where there are any. */
  gaps: string;
  page: (number: number, count: number) => string;
  /** The badge, PNG. */
  picture: { png: Uint8Array; alt: string };
  /** The signed credential, byte for byte. */
  credential: { file: string; type: string; description: string; json: string };
  /** Whole seconds: the date that the file tells of itself, so that it is the same whenever it is made. */
  issuedAt: Date;
}
