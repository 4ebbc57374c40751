/**
 * What the award is worth: outcomes, credits, level, form, field. Of ELM's specifications `Qualification` alone has a level.
 * What ELM has no term for, or a term that asks for more than a teacher tells, stands in notes.
 */
import { addresses } from '../addresses.js';
import type { CredentialContent, QualityAssuranceContent } from '../credential-content.js';
import { isoDuration } from '../european-elements/iso-duration.js';
import { wordsIn } from '../european-elements/words.js';
import type { DraftObject } from '../json/signable.js';
import { concept, schemes } from './concept.js';
import { creditPoint } from './credit-point.js';
import { fieldConcept } from './field-of-study.js';
import { languageConcept } from './language.js';
import { participation } from './learning-activity.js';
import { learningOutcome } from './learning-outcome.js';
import { note, webResource } from './note.js';
import { texts } from './texts.js';

export function qualification(content: CredentialContent): DraftObject {
  const about = content.achievement;
  const at = addresses(content.base);
  const { workload, qualityAssurance, furtherInformation } = about;
  return {
    id: at.achievement(about.microCredentialId, about.version),
    type: 'Qualification',
    title: texts(about.title),
    description: texts(about.description),
    dcType: [
      concept(
        'http://data.europa.eu/snb/learning-opportunity/74a4a268e8',
        { en: ['Short learning programme'] },
        schemes.learningOpportunity,
      ),
    ],
    language: [languageConcept(about.primaryLanguage)],
    volumeOfLearning: workload.hours === undefined ? undefined : isoDuration(workload.hours),
    creditPoint: [creditPoint(content)],
    ...level(content),
    ...participation(content),
    thematicArea: [fieldConcept(content)],
    entryRequirement: about.prerequisites ? note(content, 'prerequisites', about.prerequisites) : undefined,
    learningOutcome: about.outcomes.map((outcome) => learningOutcome(content, outcome)),
    homepage: [webResource(content, 'achievement', at.achievement(about.microCredentialId, about.version))],
    supplementaryDocument: [
      furtherInformation?.url
        ? webResource(content, 'further-information', furtherInformation.url)
        : undefined,
      qualityAssurance.url ? webResource(content, 'quality-assurance', qualityAssurance.url) : undefined,
    ],
    additionalNote: notes(content),
  };
}

/** M8. The cycle has no list of the Union: its entry is ours. */
function level(content: CredentialContent): DraftObject {
  const { level: given } = content.achievement;
  if (!('eqf' in given)) return {};
  const { eqf, cycle } = given;
  const scheme = addresses(content.base).term('QFEHEACycle');
  return {
    eqfLevel: concept(`http://data.europa.eu/snb/eqf/${eqf}`, { en: [`Level ${eqf}`] }, schemes.eqf),
    educationLevel: cycle && [
      concept(
        cycle.url ?? `${scheme}#${cycle.code}`,
        texts({ [content.achievement.primaryLanguage]: cycle.name }),
        scheme,
      ),
    ],
  };
}

function notes(content: CredentialContent): DraftObject[] {
  const { level: given, qualityAssurance, stackability, furtherInformation, ...about } = content.achievement;
  const words = wordsIn(about.primaryLanguage);
  const made: DraftObject[] = [note(content, 'criteria', about.criteriaNarrative)];
  const field = about.fieldOfStudy;
  if ('eqf' in given) {
    if (given.nqf) made.push(note(content, 'nqf', given.nqf, 'NQFLevel'));
  } else {
    const text = `${words.levelNotApplicable}: ${given.notApplicable}`;
    made.push(note(content, 'level', text, 'LevelNotApplicable'));
  }
  made.push(note(content, 'quality', qualityInWords(qualityAssurance, words), 'QualityAssurance'));
  if (stackability) {
    const kind = words.stackability[stackability.kind] ?? stackability.kind;
    const text = stackability.towards ? `${kind}: ${stackability.towards}` : kind;
    made.push(note(content, 'stackability', text, 'Stackability'));
  }
  if (about.gradeScale && !content.grade)
    made.push(note(content, 'grade-scale', about.gradeScale, 'GradeScale'));
  if (furtherInformation?.text)
    made.push(note(content, 'further-information', furtherInformation.text, 'FurtherInformation'));
  if (field && !fieldConcept(content))
    made.push(note(content, 'field', `${field.code} ${field.name}`.trim(), 'FieldOfStudy'));
  return made;
}

/** M11 as text: an `Accreditation` names the country of its body and the kind of its decision, which nobody was asked for. */
function qualityInWords(
  { kind, standard, body, reference }: QualityAssuranceContent,
  words: ReturnType<typeof wordsIn>,
): string {
  return [words.qualityAssurance[kind] ?? kind, body, standard, reference].filter((part) => part).join('. ');
}
