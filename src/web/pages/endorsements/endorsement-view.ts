/** An endorsement as pages show it: what is said, by whom, and whose signature it bears. */
import type { Request } from 'express';
import type { Endorsement, Said } from '../../../domain/endorsements/endorsement.js';
import { countryName } from '../../forms/country-options.js';
import { wordsIn } from '../words-of.js';

export interface EndorsementView {
  organisation: string;
  url: string;
  host: string;
  country: string;
  /** Name and function, while they are kept. */
  speaker?: { name: string; role: string };
  texts: { text: string; lang?: string; languageName?: string }[];
  /** In one sentence: whose signature it bears, and how it is known who speaks. */
  signedBy: string;
  href?: string;
}

type Shown = Pick<Endorsement, 'confirmed'> & { said: Said };

/**
 * @param institution name of the one that signs
 * @param href of its own page, where it is not this one
 */
export function endorsementView(
  req: Request,
  { said, confirmed }: Shown,
  { institution, href }: { institution: string; href?: string },
): EndorsementView {
  const { organisation, speaker } = said;
  return {
    organisation: organisation.name,
    url: organisation.url,
    host: new URL(organisation.url).host,
    country: countryName(req.language, organisation.country),
    speaker: speaker && { name: speaker.name, role: speaker.role },
    texts: textsOf(req, said),
    signedBy: signedBy(req, { said, confirmed }, institution),
    href,
  };
}

/** The reader's language first. */
function textsOf(req: Request, { statement, handedIn }: Said): EndorsementView['texts'] {
  if (handedIn) return handedIn.comment === '' ? [] : [{ text: handedIn.comment }];
  const texts = Object.entries(statement ?? {});
  const own = texts.filter(([tag]) => tag === req.language);
  const others = texts.filter(([tag]) => tag !== req.language);
  return [...own, ...others].map(([tag, text]) => ({
    text,
    lang: tag === req.language ? undefined : tag,
    languageName: texts.length > 1 ? languageName(req, tag) : undefined,
  }));
}

/** A language by its name in the reader's. */
export function languageName(req: Request, tag: string): string {
  return new Intl.DisplayNames([req.language], { type: 'language' }).of(tag) ?? tag;
}

function signedBy(req: Request, { said, confirmed }: Shown, institution: string): string {
  const words = wordsIn(req, 'endorsements');
  const organisation = said.organisation.name;
  if (said.handedIn) return words('signedBy.endorser', { issuer: said.handedIn.issuer });
  if (confirmed?.by === 'email')
    return words('signedBy.confirmed', { institution, organisation, domain: confirmed.domain });
  return words('signedBy.vouched', { institution, organisation });
}
