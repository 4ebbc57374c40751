/**
 * M9, O2 and O3: the assessments that prove the award. The profile demands a grade of each: a single assessment says that it
 * was passed, which the award says anyway; a number stands in an overall assessment, and only where the learner carries it.
 */
import type { AssessmentContent, CredentialContent } from '../credential-content.js';
import { wordsIn } from '../european-elements/words.js';
import type { DraftObject } from '../json/signable.js';
import { awardingProcess } from './awarding-process.js';
import { concept, schemes } from './concept.js';
import { nodeId } from './elm-content.js';
import { ownWords, texts, written } from './texts.js';

export function learningAssessments(content: CredentialContent): DraftObject[] {
  const parts = content.achievement.assessments.map((one) => learningAssessment(content, one));
  const { grade, achievement } = content;
  if (!grade) return parts;
  const number =
    grade.maximum === undefined ? String(grade.value) : `${grade.value}/${String(grade.maximum)}`;
  return [
    {
      id: nodeId(content, 'assessment'),
      type: 'LearningAssessment',
      title: texts(achievement.title),
      awardedBy: awardingProcess(content),
      grade: {
        id: nodeId(content, 'grade'),
        type: 'Note',
        noteLiteral: written(content, grade.description ? `${grade.description}: ${number}` : number),
      },
      specifiedBy: achievement.gradeScale
        ? {
            id: nodeId(content, 'assessment-specification'),
            type: 'LearningAssessmentSpecification',
            title: texts(achievement.title),
            gradingScheme: gradingScheme(content, achievement.gradeScale),
          }
        : undefined,
      hasPart: parts,
    },
  ];
}

function gradingScheme(content: CredentialContent, scale: string): DraftObject {
  const words = wordsIn(content.achievement.primaryLanguage);
  return {
    id: nodeId(content, 'grade-scale'),
    type: 'GradingScheme',
    title: ownWords(content, words.labels.GradeScale),
    description: written(content, scale),
  };
}

function learningAssessment(content: CredentialContent, assessment: AssessmentContent): DraftObject {
  const { id, name, type, criterion, supervision } = assessment;
  const words = wordsIn(content.achievement.primaryLanguage);
  const title = written(content, name || type.name);
  return {
    id: nodeId(content, `assessment-${id}`),
    type: 'LearningAssessment',
    title,
    awardedBy: awardingProcess(content),
    grade: {
      id: nodeId(content, `grade-${id}`),
      type: 'Note',
      noteLiteral: ownWords(content, words.passed),
    },
    idVerification: supervision?.url
      ? concept(supervision.url, supervisionLabel(supervision.url), schemes.supervision)
      : undefined,
    specifiedBy: {
      id: nodeId(content, `assessment-specification-${id}`),
      type: 'LearningAssessmentSpecification',
      title,
      description: written(content, criterion),
      dcType: type.url ? concept(type.url, written(content, type.name), schemes.assessmentType) : undefined,
      category: type.url ? undefined : written(content, type.name),
      mode: supervisedWhere(content, supervision?.code),
    },
  };
}

/** By its entry in the list: two of ours are one entry there, and one entry is one node with one name. */
function supervisionLabel(url: string): DraftObject | undefined {
  const label = supervisionLabels[url.slice(url.lastIndexOf('/') + 1)];
  return label ? { en: [label] } : undefined;
}

const supervisionLabels: Record<string, string> = {
  '70be69aaf9': 'Supervised with ID Verification',
  '44314532f9': 'Supervised without ID Verification',
  c598449d64: 'Unsupervised without ID Verification',
};

/** Annex I tells supervision online from supervision on site; ELM has one entry for both, and the mode of the assessment. */
function supervisedWhere(content: CredentialContent, code: string | undefined): DraftObject[] {
  const mode = code === undefined ? undefined : supervisedModes[code];
  if (!mode) return [];
  const id = `http://data.europa.eu/snb/learning-assessment/${mode.entry}`;
  // the form of participation may have named the same entry
  const isNamed = content.achievement.participation.url === id;
  return [concept(id, isNamed ? undefined : { en: [mode.label] }, schemes.mode)];
}

const supervisedModes: Record<string, { entry: string; label: string }> = {
  'supervised-online-with-identity-verification': { entry: '920fbb3cbe', label: 'Online' },
  'supervised-on-site-with-identity-verification': { entry: '9191af2ed9', label: 'Presential' },
};
