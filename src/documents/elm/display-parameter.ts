/** Title, languages and the picture of the credential, which the profile demands. Context term `DisplayParameter`. */
import type { DraftObject } from '../json/signable.js';
import { concept, schemes } from './concept.js';
import { type ElmContent, nodeId } from './elm-content.js';
import { languageConcept } from './language.js';
import { texts } from './texts.js';

export function displayParameter({ credential, picture }: ElmContent): DraftObject {
  const { title, description, primaryLanguage } = credential.achievement;
  const language = languageConcept(primaryLanguage);
  return {
    id: nodeId(credential, 'display'),
    type: 'DisplayParameter',
    title: texts(title),
    description: texts(description),
    primaryLanguage: language,
    language: [language],
    individualDisplay: [
      {
        id: nodeId(credential, 'display-1'),
        type: 'IndividualDisplay',
        language,
        displayDetail: [
          {
            id: nodeId(credential, 'page-1'),
            type: 'DisplayDetail',
            page: 1,
            image: {
              id: nodeId(credential, 'picture'),
              type: 'MediaObject',
              content: Buffer.from(picture).toString('base64'),
              contentEncoding: concept(
                'http://data.europa.eu/snb/encoding/6146cde7dd',
                { en: ['base64'] },
                schemes.encoding,
              ),
              contentType: {
                ...concept(`${schemes.fileType}/PNG`, { en: ['PNG'] }, schemes.fileType),
                notation: 'file-type',
              },
            },
          },
        ],
      },
    ],
  };
}
