/**
 * The sentences of an endorsement that an institution signs for somebody who has no key: each says who speaks and who signs, since
 * other software may show one of them alone.
 */

/** How the institution knows that the person answers at the address they gave; of the address, its domain alone is told. */
export type Confirmation = { by: 'email'; domain: string } | { by: 'inviter' };

interface Named {
  endorser: string;
  institution: string;
  /** Of what is endorsed. */
  title: string;
}

interface Words {
  name(told: Named): string;
  /** Before the statement. */
  says(endorser: string, place: string): string;
  /** After it. */
  signedBy(told: Named): string;
  description(told: Named, confirmation: Confirmation): string;
  quoted: (text: string) => string;
  /** Under the name of its language. */
  labelled: (language: string, quoted: string) => string;
}

const en: Words = {
  name: ({ endorser, title }) => `${endorser} endorses “${title}”`,
  says: (endorser, place) => `${endorser} (${place}) says:`,
  signedBy: ({ endorser, institution }) =>
    `Recorded by ${institution}, which signs this for ${endorser}: the signature is not ${endorser}’s own.`,
  description: ({ endorser, institution }, confirmation) =>
    `A statement of ${endorser}, recorded and signed by ${institution}. The signature proves what ${institution} recorded, and is not ${endorser}’s own. ${
      confirmation.by === 'email'
        ? `The person who made it confirmed an e-mail address at ${confirmation.domain} by a link that was sent to it.`
        : `No e-mail address was confirmed: ${institution}, which invited the person, vouches for them.`
    }`,
  quoted: (text) => `“${text}”`,
  labelled: (language, quoted) => `${language}: ${quoted}`,
};

const fr: Words = {
  name: ({ endorser, title }) => `${endorser} recommande « ${title} »`,
  says: (endorser, place) => `${endorser} (${place}) déclare :`,
  signedBy: ({ endorser, institution }) =>
    `Consigné par ${institution}, qui signe ceci pour l’organisation ${endorser} : celle-ci ne l’a pas signé elle-même.`,
  description: ({ endorser, institution }, confirmation) =>
    `Une déclaration de l’organisation ${endorser}, consignée et signée par ${institution}. La signature prouve ce que ${institution} a consigné ; l’organisation ${endorser} n’a pas signé elle-même. ${
      confirmation.by === 'email'
        ? `La personne qui l’a faite a confirmé une adresse e-mail du domaine ${confirmation.domain} par un lien qui y a été envoyé.`
        : `Aucune adresse e-mail n’a été confirmée : ${institution} a invité la personne et répond de son identité.`
    }`,
  quoted: (text) => `« ${text} »`,
  labelled: (language, quoted) => `${language} : ${quoted}`,
};

/** @param language BCP 47 tag */
export function endorsementWords(language: string): Words {
  return /^fr\b/i.test(language) ? fr : en;
}
