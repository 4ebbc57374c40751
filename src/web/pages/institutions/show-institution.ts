/** GET /institutions/:id for people: who answers for the awards, and what their signatures are checked against. */
import type { Request, RequestHandler } from 'express';
import { identifierSchemes, type Institution } from '../../../domain/institutions/institution.js';
import { addresses } from '../../../documents/addresses.js';
import { looksLikeId } from '../../../shared/ids.js';
import { Problem } from '../../../shared/problem.js';
import { countryName } from '../../forms/country-options.js';
import type { WebServices } from '../../web-services.js';
import { capitalised } from '../capitalised.js';
import type { SummaryPart } from '../definition-summary.js';
import { endorsementRows } from '../endorsements/endorsement-rows.js';
import type { PublicHead } from '../public-head.js';
import { wordsIn, type Say } from '../words-of.js';
import { offeredRows } from './offered-rows.js';

interface Row {
  label: string;
  lines: SummaryPart[][];
}

/** Micro-credentials that the page lists: more than most institutions offer, and few enough to read and to send. */
const mostListed = 200;

export function showInstitution(services: WebServices): RequestHandler {
  const { institutions, microCredentials, base } = services;
  return async (req, res) => {
    const { id } = req.params;
    const institution = looksLikeId(id) ? await institutions.byId(id) : undefined;
    if (!institution) throw new Problem('not-found', { detail: 'no such institution' });
    const offered = await microCredentials.offeredBy(institution.id, mostListed + 1);
    const endorsed = { institutionId: institution.id };
    const endorsements = await endorsementRows(services, req, endorsed, institution.legalName);
    const at = addresses(base);
    const words = wordsIn(req, 'public');
    const address = at.institution(institution.id);
    const publicHead: PublicHead = {
      address,
      description: words('institution.shared', { institution: institution.legalName }),
      alternates: [{ type: 'application/ld+json', href: address, title: words('institution.json') }],
    };
    res.render('institution', {
      title: institution.legalName,
      publicHead,
      country: countryName(req.language, institution.country),
      rows: identityRows(req, institution, words),
      quality: qualityRows(institution, wordsIn(req, 'course'), words),
      endorsements,
      offered: offeredRows(req, offered.slice(0, mostListed), at.achievement),
      onlyNewest: offered.length > mostListed ? mostListed : undefined,
      did: at.did(institution.id),
      documents: [
        { href: at.didDocument(institution.id), label: words('institution.did') },
        { href: at.keySet(institution.id), label: words('institution.keySet') },
        { href: at.keyHistoryPage(institution.id), label: words('institution.keyHistory') },
        { href: at.revocationList(institution.id), label: words('institution.revocationList') },
        { href: at.revocationList2(institution.id), label: words('institution.revocationList2') },
        { href: at.issuerProfile2(institution.id), label: words('institution.issuerProfile2') },
      ],
    });
  };
}

const row = (label: string, ...lines: (SummaryPart | undefined)[]): Row => ({
  label,
  lines: lines.filter((part) => part?.text).map((part) => [part as SummaryPart]),
});

const told = ({ lines }: Row): boolean => lines.length > 0;

const hasWords = (scheme: string): boolean => identifierSchemes.some((known) => known === scheme);

function identityRows(req: Request, institution: Institution, words: Say): Row[] {
  const { country, region, url, email, identifiers, mayAwardEcts } = institution;
  return [
    row(words('institution.country'), { text: countryName(req.language, country) }),
    row(words('institution.region'), { text: region ?? '' }),
    row(words('institution.website'), { text: url ?? '', href: url }),
    row(words('institution.email'), { text: email ?? '', href: email && `mailto:${email}` }),
    ...identifiers.map(({ scheme, value }) =>
      row(hasWords(scheme) ? words(`institution.scheme.${scheme}`) : scheme, { text: value }),
    ),
    row(words('institution.ects'), {
      text: words(mayAwardEcts ? 'institution.mayAwardEcts' : 'institution.mayNotAwardEcts'),
    }),
  ].filter(told);
}

function qualityRows({ qualityAssurance: quality }: Institution, course: Say, words: Say): Row[] {
  const standard =
    quality.standard === 'other'
      ? quality.otherStandard
      : course(`participation.standards.${quality.standard}`);
  return [
    row(words('institution.qualityKind'), {
      text: capitalised(course(`participation.kinds.${quality.kind}`)),
    }),
    row(words('institution.qualityStandard'), { text: standard ?? '' }),
    row(words('institution.qualityBody'), { text: quality.body }),
    row(words('institution.qualityReference'), { text: quality.reference ?? '' }),
    row(words('institution.qualityUrl'), { text: quality.url ?? '', href: quality.url }),
  ].filter(told);
}
