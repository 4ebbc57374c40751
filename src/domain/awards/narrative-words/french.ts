/** The French words inside signed documents. */
import type { Threshold } from '../../micro-credentials/award-rule.js';
import type { NarrativeWords } from './words.js';

const threshold = (asked: Threshold): string => {
  if ('thresholdLevel' in asked) {
    const told = `le niveau ${asked.thresholdLevel} sur ${asked.levels}`;
    return asked.levelName === undefined ? told : `${told} (« ${asked.levelName} »)`;
  }
  if (!('thresholdPoints' in asked)) return `${asked.thresholdPercent} %`;
  return `${asked.thresholdPoints} ${asked.thresholdPoints < 2 ? 'point' : 'points'}`;
};

const thresholdReached = (asked: Threshold): string =>
  'thresholdLevel' in asked ? threshold(asked) : `le seuil de ${threshold(asked)}`;

export const french: NarrativeWords = {
  colon: ' :',
  outcomes: 'Chaque acquis d’apprentissage est démontré dans une évaluation :',
  rule: 'L’attestation est délivrée quand :',
  all: 'toutes ces conditions sont remplies',
  any: 'l’une de ces conditions est remplie',
  atLeast: (count) =>
    count === 1 ? 'l’une de ces conditions est remplie' : `au moins ${count} de ces conditions sont remplies`,
  shown: (outcome, holds) => `« ${outcome} » est démontré quand ${holds ?? 'cette condition est remplie'}`,
  required(condition) {
    switch (condition.kind) {
      case 'restricted-activity':
        return 'la plateforme d’apprentissage donne accès à une activité réservée à celles et ceux qui ont réussi';
      case 'own-line-item':
        return `le résultat enregistré dans le cours atteint ${threshold(condition)}`;
      case 'examiner-confirmation':
        return 'un examinateur ou une examinatrice confirme que les critères sont remplis';
      case 'jury-decision':
        return 'un jury de deux personnes décide, sur un dossier de validation des acquis, que les critères sont remplis';
      case 'activity-grade':
        return `la note d’une activité notée du cours atteint ${threshold(condition)}`;
      case 'activity-completion':
        return condition.needs === 'passed'
          ? 'la plateforme d’apprentissage enregistre une activité du cours comme réussie'
          : 'la plateforme d’apprentissage enregistre une activité du cours comme achevée';
      case 'course-total':
        return `la note totale du cours atteint ${threshold(condition)}`;
      case 'course-completion':
        return 'la plateforme d’apprentissage enregistre le cours comme achevé';
      case 'competency':
        return `la compétence « ${condition.item.name} » est évaluée comme acquise`;
    }
  },
  within({ notBefore, notAfter }) {
    if (notBefore === undefined) return `au plus tard le ${notAfter}`;
    return notAfter === undefined ? `au plus tôt le ${notBefore}` : `entre le ${notBefore} et le ${notAfter}`;
  },
  seen: {
    'restricted-activity': 'Accès à une activité réservée',
    'own-line-item': 'Résultat enregistré dans le cours',
    'examiner-confirmation': 'Confirmation de l’examinateur ou de l’examinatrice',
    'jury-decision': 'Validation des acquis : décision d’un jury sur un dossier',
    'activity-grade': 'Note d’une activité notée',
    'activity-completion': 'Achèvement d’une activité',
    'course-total': 'Note totale du cours',
    'course-completion': 'Achèvement du cours',
    competency: 'Évaluation d’une compétence',
  },
  proves: (outcome) => `Cela démontre l’acquis d’apprentissage « ${outcome} ».`,
  confirmed(condition, date, named) {
    const on = date ? ` le ${date}` : '';
    switch (condition.kind) {
      case 'restricted-activity':
        return `La plateforme d’apprentissage a donné accès${on} à une activité réservée à celles et ceux qui ont réussi, et compte la personne parmi celles qui y ont accès.`;
      case 'own-line-item':
        return `Le résultat enregistré dans le cours a atteint ${thresholdReached(condition)}${on}.`;
      case 'examiner-confirmation':
        return `Un examinateur ou une examinatrice a confirmé${on} que les critères sont remplis.`;
      case 'jury-decision': {
        const jury =
          named.length > 0 ? `Un jury de deux personnes (${named.join(', ')})` : 'Un jury de deux personnes';
        return `${jury} a décidé${on}, sur un dossier de validation des acquis, que les critères sont remplis.`;
      }
      case 'activity-grade':
        return `La note d’une activité notée du cours a atteint ${thresholdReached(condition)}${on}.`;
      case 'activity-completion':
        return condition.needs === 'passed'
          ? `La plateforme d’apprentissage a enregistré${on} une activité du cours comme réussie.`
          : `La plateforme d’apprentissage a enregistré${on} une activité du cours comme achevée.`;
      case 'course-total':
        return `La note totale du cours a atteint ${thresholdReached(condition)}${on}.`;
      case 'course-completion':
        return `La plateforme d’apprentissage a enregistré${on} le cours comme achevé.`;
      case 'competency':
        return `La compétence « ${condition.item.name} » a été évaluée comme acquise${on}.`;
    }
  },
  correction: {
    name: 'Correction d’une attestation antérieure',
    told: (url, date) =>
      `Cette attestation remplace ${url}. Elle a été délivrée pour la première fois le ${date}.`,
  },
};
