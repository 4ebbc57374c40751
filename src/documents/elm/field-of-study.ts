/** Fields of study that the Union's list of ISCED-F 2013 has: an entry that it has not makes a credential invalid at Europass. */
import type { DefinitionContent } from '../credential-content.js';
import type { DraftObject } from '../json/signable.js';
import { concept, schemes } from './concept.js';
import { written } from './texts.js';

const codes = new Set(
  (
    '00 000 001 002 003 009 0000 0011 0021 0031 0099 01 011 018 0110 0111 0112 0113 0114 0119 0188 02 ' +
    '020 021 022 023 028 029 0200 0210 0211 0212 0213 0214 0215 0219 0220 0221 0222 0223 0228 0229 0230 ' +
    '0231 0232 0239 0288 0299 03 030 031 032 038 039 0300 0310 0311 0312 0313 0314 0319 0320 0321 0322 ' +
    '0329 0388 0399 04 040 041 042 048 049 0400 0410 0411 0412 0413 0414 0415 0416 0417 0419 0421 0488 ' +
    '0499 05 050 051 052 053 054 058 059 0500 0510 0511 0512 0519 0520 0521 0522 0529 0530 0531 0532 ' +
    '0533 0539 0540 0541 0542 0588 0599 06 061 068 0610 0611 0612 0613 0619 0688 07 070 071 072 073 078 ' +
    '079 0700 0710 0711 0712 0713 0714 0715 0716 0719 0720 0721 0722 0723 0724 0729 0730 0731 0732 0788 ' +
    '0799 08 080 081 082 083 084 088 089 0800 0810 0811 0812 0819 0821 0831 0841 0888 0899 09 090 091 ' +
    '092 098 099 0900 0910 0911 0912 0913 0914 0915 0916 0917 0919 0920 0921 0922 0923 0929 0988 0999 ' +
    '10 100 101 102 103 104 108 109 1000 1010 1011 1012 1013 1014 1015 1019 1020 1021 1022 1029 1030 ' +
    '1031 1032 1039 1041 1088 1099 99 999 9999'
  ).split(' '),
);

/** Undefined without a field of study, and for a code that the list has not. */
export function fieldConcept(content: DefinitionContent): DraftObject | undefined {
  const field = content.achievement.fieldOfStudy;
  if (!field || !codes.has(field.code)) return undefined;
  const id = `http://data.europa.eu/snb/isced-f/${field.code}`;
  return concept(id, written(content, field.name || field.code), schemes.fieldOfStudy);
}
