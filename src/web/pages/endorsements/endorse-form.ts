/** The form of the invited person: read, and shown with its words and faults. */
import type { Request } from 'express';
import type { Endorsed } from '../../../domain/endorsements/endorsed-thing.js';
import type { Endorsement } from '../../../domain/endorsements/endorsement.js';
import type { SpeakerForm } from '../../../domain/invitations/said-input.js';
import type { LanguageMap } from '../../../shared/language-map.js';
import { countryOptions } from '../../forms/country-options.js';
import { formFields, formText } from '../../forms/form-body.js';
import { formView, type FieldView } from '../../forms/form-view.js';
import { languages } from '../../middleware/language.js';
import { wordsIn } from '../words-of.js';
import { languageName } from './endorsement-view.js';

const speakerNames = ['organisation', 'url', 'country', 'name', 'role', 'email', 'maySpeak'] as const;

export interface EndorseFields {
  speaker: SpeakerForm;
  texts: LanguageMap;
}

/** In which the text may be given: the reader's first, those of what is endorsed and of the pages. */
export function textLanguages(req: Request, { language }: Endorsed): string[] {
  return [...new Set([req.language, language, ...languages])];
}

export function readEndorseForm(req: Request, endorsed: Endorsed): EndorseFields {
  const { maySpeak, ...speaker } = formFields(req, speakerNames);
  const texts = textLanguages(req, endorsed).map((tag) => [tag, formText(req, `text-${tag}`)] as const);
  return { speaker: { ...speaker, maySpeak: maySpeak === 'yes' }, texts: Object.fromEntries(texts) };
}

/** The form as it was filled in before, while the e-mail address is not confirmed; empty otherwise. */
export function fieldsOf({ said }: Endorsement): EndorseFields {
  const { organisation, speaker, statement = {} } = said ?? {};
  return {
    speaker: {
      organisation: organisation?.name ?? '',
      url: organisation?.url ?? '',
      country: organisation?.country ?? '',
      name: speaker?.name ?? '',
      role: speaker?.role ?? '',
      email: speaker?.email ?? '',
      maySpeak: false,
    },
    texts: statement,
  };
}

/** Locals of the form; faults of texts are `statement.<tag>`, as the deed tells them. */
export function viewEndorseForm(
  req: Request,
  endorsed: Endorsed,
  { speaker, texts }: EndorseFields,
  faults: Record<string, string> = {},
) {
  const { maySpeak, ...values } = speaker;
  const view = formView(req, { words: 'endorsements:form', names: speakerNames, values, faults });
  const words = wordsIn(req, 'endorsements');
  const statement = textLanguages(req, endorsed).map((tag) => {
    const label = words('form.text.label', { language: languageName(req, tag) });
    const fault = faults[`statement.${tag}`];
    const field: FieldView & { lang: string } = {
      name: `text-${tag}`,
      lang: tag,
      label,
      value: texts[tag] ?? '',
      error: fault && words(`form.text.fault.${fault}`),
    };
    return field;
  });
  const wrong = statement.filter(({ error }) => error);
  return {
    fields: view.fields,
    statement,
    maySpeak,
    countries: countryOptions(req.language, speaker.country),
    errors: [
      ...view.errors,
      ...wrong.map(({ name, label, error }) => ({
        field: name,
        text: wordsIn(req, 'common')('faultOfField', { label, fault: error }),
      })),
    ],
  };
}

/** Every field of the form, for a page that asks once more. */
export function hiddenFields({ speaker, texts }: EndorseFields): { name: string; value: string }[] {
  const { maySpeak, ...others } = speaker;
  return [
    ...Object.entries(others),
    ...(maySpeak ? [['maySpeak', 'yes'] as const] : []),
    ...Object.entries(texts).map(([tag, text]) => [`text-${tag}`, text] as const),
  ].map(([name, value]) => ({ name, value }));
}
