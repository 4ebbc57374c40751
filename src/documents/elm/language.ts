/** Languages by their entries in the Union's authority list: ISO 639-3. http://publications.europa.eu/resource/authority/language */
import type { DraftObject } from '../json/signable.js';
import { concept, schemes } from './concept.js';

/** ISO 639-1, then the code of the authority list, for those that the list names in English. */
const codes = new Map(
  (
    'afAFR akAKA amAMH arARA ayAYM azAZE beBEL bgBUL biBIS bnBEN boBOD brBRE bsBOS caCAT chCHA coCOS ' +
    'csCES cyCYM daDAN deDEU dvDIV dzDZO eeEWE elELL enENG eoEPO esSPA etEST euEUS faFAS ffFUL fiFIN ' +
    'fjFIJ foFAO frFRA fyFRY gaGLE gdGLA glGLG gnGRN gvGLV haHAU heHEB hiHIN hoHMO hrHRV htHAT huHUN ' +
    'hyHYE iaINA idIND igIBO isISL itITA jaJPN kaKAT kgKON kkKAZ klKAL kmKHM koKOR kuKUR kwCOR kyKIR ' +
    'laLAT lbLTZ lnLIN loLAO ltLIT lvLAV mgMLG mhMAH miMRI mkMKD mnMON msMSA mtMLT myMYA naNAU nbNOB ' +
    'neNEP nlNLD nnNNO noNOR nrNBL nyNYA ocOCI osOSS paPAN plPOL psPUS ptPOR quQUE rmROH rnRUN roRON ' +
    'ruRUS rwKIN seSME sgSAG siSIN skSLK slSLV smSMO soSOM sqSQI srSRP ssSSW stSOT svSWE swSWA taTAM ' +
    'tgTGK thTHA tiTIR tkTUK tnTSN toTON trTUR tsTSO ukUKR urURD uzUZB veVEN viVIE waWLN woWOL xhXHO ' +
    'yiYID yoYOR zaZHA zhZHO zuZUL'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);

/** The list's own entry for a language that is not told. */
const undetermined = 'UND';

/** @param tag BCP 47: its language alone counts */
export function languageConcept(tag: string): DraftObject {
  const code = codes.get(tag.split('-')[0] ?? '');
  const name = code ? new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) : undefined;
  const id = `${schemes.language}/${code ?? undetermined}`;
  return { ...concept(id, { en: [name ?? 'undetermined'] }, schemes.language), notation: 'language' };
}
