/**
 * The European standard elements as alignments, which Open Badges 2.0 and 3.0 both have: verifiers that know only the
 * published contexts show them. Outcomes are not here (outcome-alignments.ts). Council Recommendation 2022/C 243/02, Annex I.
 */
import { addresses } from '../addresses.js';
import type { AssessmentContent, DefinitionContent } from '../credential-content.js';
import { isoDuration } from './iso-duration.js';
import { extensionType, type TermName } from './terms.js';
import { wordsIn } from './words.js';

/** https://www.imsglobal.org/spec/ob/v3p0/#alignment */
export interface ElementAlignment {
  term: TermName;
  targetType: string;
  targetName: string;
  targetUrl: string;
  targetFramework?: string;
  targetCode?: string;
  targetDescription?: string;
}

type Parts = Omit<ElementAlignment, 'term' | 'targetType' | 'targetUrl'> & { targetUrl?: string };

const ectsConcept = 'http://data.europa.eu/snb/education-credit/6fcec5c5af';

/** In the order of Annex I: M4, M7, M8, M9, M10, M11, O1, O2, O4, O5. */
export function elementAlignments(content: DefinitionContent): ElementAlignment[] {
  const { achievement, base } = content;
  const words = wordsIn(achievement.primaryLanguage);
  const { workload, qualityAssurance, participation, stackability, furtherInformation } = achievement;
  const made: ElementAlignment[] = [];
  const add = (term: TermName, parts: Parts): void => {
    made.push(alignment(base, term, { targetFramework: words.labels[term], ...parts }));
  };

  for (const body of content.furtherAwardingBodies) {
    add('AwardingBody', { targetName: body.legalName, targetCode: body.country, targetUrl: body.url });
  }
  if (workload.ects !== undefined) {
    add('ECTS', { targetName: `${workload.ects} ECTS`, targetCode: workload.ects, targetUrl: ectsConcept });
  }
  if (workload.hours !== undefined) {
    add('NotionalWorkload', {
      targetName: words.hours(workload.hours),
      targetCode: isoDuration(workload.hours),
    });
  }
  if ('eqf' in achievement.level) {
    const { eqf, nqf, cycle } = achievement.level;
    add('EQFLevel', {
      targetFramework: 'European Qualifications Framework',
      targetName: words.eqfLevel(eqf),
      targetCode: String(eqf),
      targetUrl: `http://data.europa.eu/snb/eqf/${eqf}`,
    });
    if (nqf) add('NQFLevel', { targetName: nqf });
    if (cycle) add('QFEHEACycle', { targetName: cycle.name, targetCode: cycle.code, targetUrl: cycle.url });
  } else {
    const reason = achievement.level.notApplicable;
    add('LevelNotApplicable', { targetName: words.levelNotApplicable, targetDescription: reason });
  }
  made.push(...achievement.assessments.flatMap((one) => assessmentAlignments(content, one)));
  add('FormOfParticipation', {
    targetName: participation.name,
    targetCode: participation.code,
    targetUrl: participation.url,
  });
  add('QualityAssurance', {
    targetFramework: qualityAssurance.standard,
    targetName: qualityAssurance.body,
    targetCode: qualityAssurance.reference,
    targetDescription: words.qualityAssurance[qualityAssurance.kind] ?? qualityAssurance.kind,
    targetUrl: qualityAssurance.url,
  });
  if (achievement.prerequisites) {
    add('Prerequisites', {
      targetName: words.labels.Prerequisites,
      targetDescription: achievement.prerequisites,
    });
  }
  if (stackability) {
    add('Stackability', {
      targetName: words.stackability[stackability.kind] ?? stackability.kind,
      targetCode: stackability.kind,
      targetDescription: stackability.towards,
    });
  }
  if (achievement.gradeScale) {
    add('GradeScale', { targetName: words.labels.GradeScale, targetDescription: achievement.gradeScale });
  }
  if (achievement.fieldOfStudy) {
    const { name, code, url } = achievement.fieldOfStudy;
    add('FieldOfStudy', { targetName: name, targetCode: code, targetUrl: url });
  }
  if (furtherInformation?.text || furtherInformation?.url) {
    add('FurtherInformation', {
      targetName: words.labels.FurtherInformation,
      targetDescription: furtherInformation.text,
      targetUrl: furtherInformation.url,
    });
  }
  return made;
}

/** M3 and M4 of the issuer itself, for Open Badges 2.0: its Profile has room for a name alone. */
export function issuerAlignment({ base, institution, achievement }: DefinitionContent): ElementAlignment {
  return alignment(base, 'AwardingBody', {
    targetFramework: wordsIn(achievement.primaryLanguage).labels.AwardingBody,
    targetName: institution.legalName,
    targetCode: institution.country,
    targetDescription: institution.region,
    targetUrl: institution.url ?? addresses(base).institution(institution.id),
  });
}

/** M9 and O2 of one assessment. */
export function assessmentAlignments(
  content: DefinitionContent,
  assessment: AssessmentContent,
): ElementAlignment[] {
  const words = wordsIn(content.achievement.primaryLanguage);
  const { name, type, criterion, supervision } = assessment;
  const described = [name === type.name ? '' : type.name, `${words.criterion}: ${criterion}`];
  const made = [
    alignment(content.base, 'AssessmentType', {
      targetFramework: words.labels.AssessmentType,
      targetName: name || type.name,
      targetCode: type.code,
      targetDescription: described.filter((part) => part !== '').join('. '),
      targetUrl: type.url,
    }),
  ];
  if (supervision) {
    made.push(
      alignment(content.base, 'SupervisionAndIdentityVerification', {
        targetFramework: words.labels.SupervisionAndIdentityVerification,
        targetName: supervision.name,
        targetCode: supervision.code,
        targetDescription: name || type.name,
        targetUrl: supervision.url,
      }),
    );
  }
  return made;
}

/** An alignment whose address falls back to the page that explains its term. */
export function alignment(base: string, term: TermName, parts: Parts): ElementAlignment {
  return {
    ...parts,
    term,
    targetType: extensionType(term),
    targetUrl: parts.targetUrl ?? addresses(base).term(term),
  };
}
