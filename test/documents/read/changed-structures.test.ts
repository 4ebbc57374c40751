/**
 * Strangers choose the structure of what is checked, not only its texts: whatever it is, the quick form is the one the long way
 * gives, for the first of a kind and for those that are made by its template. More of them: ACQUIS_TEST_STRUCTURES=3000.
 */
import { expect } from 'chai';
import { canonicalize } from '../../../src/documents/contexts/canonicalize.js';
import type { JsonObject, JsonValue } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { quickForm } from '../../../src/documents/read/quick-form.js';
import { aCredential } from '../credential-content.builder.js';
import { seededRandom, type SeededRandom } from '../seeded-random.js';

const structures = Number(process.env['ACQUIS_TEST_STRUCTURES'] ?? 60);
/** Of each structure: the first takes the long way, the second proves its template, the third is made by it. */
const alike = 3;

type Change = (document: JsonObject) => JsonObject;
type Place = { holder: JsonObject | JsonValue[]; key: string | number; value: JsonValue };

const keys = [
  ...['id', 'type', 'name', 'value', 'result', 'evidence', 'achievement', 'credentialSubject', 'issuer'],
  ...['identifier', 'description', 'criteria', 'alignment', 'targetType', 'image', 'caption', 'source'],
  ...['@id', '@type', '@value', '@language', '@graph', '@list', '@set', '@index', '@context', '@reverse'],
];
const types = [
  'Achievement',
  'AchievementSubject',
  'Result',
  'Evidence',
  'Profile',
  'Alignment',
  'Image',
  'JsonLiteral',
];

describe('quickForm of changed structures', function () {
  this.timeout(60_000 + structures * 2_000);

  it(`given ${structures} structures made of real ones, gives the form of the long way, or refuses as it does`, async () => {
    const random = seededRandom('structures');
    let longWays = 0;
    const form = quickForm((document) => {
      longWays += 1;
      return canonicalize(document);
    });
    const count = { quick: 0, long: 0, refused: 0 };
    const { recipient } = aCredential();
    const learners = Array.from({ length: alike }, (_, number) =>
      achievementCredential(
        aCredential({
          awardId: `award${number}`,
          recipient: { ...recipient, emailSalt: `salt${number}` },
          grade: { value: 12 + number },
        }),
      ),
    );
    for (let structure = 0; structure < structures; structure++) {
      const changes = Array.from({ length: 1 + random.below(3) }, () => changeOf(random));
      for (const learner of learners) {
        const document = changes.reduce((one, change) => change(one), learner);
        const long = await canonicalize(document).catch(() => 'refused');
        const before = longWays;
        const quick = await form(document, 'sha256').catch(() => 'refused');
        count[long === 'refused' ? 'refused' : longWays === before ? 'quick' : 'long'] += 1;
        expect(quick, JSON.stringify(document)).to.equal(long);
      }
    }
    // none of the three may be forgotten
    for (const part of Object.values(count)) expect(part, JSON.stringify(count)).to.be.greaterThan(0);
  });
});

/** A change that does the same to every document of one structure: it goes by places and numbers, not by texts. */
function changeOf(random: SeededRandom): Change {
  const [at, other, kind] = [random.below(1e6), random.below(1e6), random.below(changes.length)];
  const [key, type] = [random.oneOf(keys), random.oneOf(types)];
  return (document) => {
    const copy = structuredClone(document);
    const places = placesIn(copy);
    const place = places[at % places.length];
    const second = places[other % places.length];
    if (place && second) changes[kind]?.({ place, second, key, type });
    return copy;
  };
}

interface ChangeAt {
  place: Place;
  second: Place;
  key: string;
  type: string;
}

const put = ({ holder, key }: Place, value: JsonValue): void => {
  (holder as Record<string | number, JsonValue>)[key] = value;
};
const copyOf = ({ value }: Place): JsonValue => structuredClone(value);

const changes: ((at: ChangeAt) => void)[] = [
  ({ place }) => {
    if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
    else delete place.holder[place.key];
  },
  ({ place }) => put(place, [copyOf(place)]),
  ({ place }) => put(place, [copyOf(place), copyOf(place)]),
  ({ place }) => put(place, Array.isArray(place.value) ? (place.value[0] ?? null) : null),
  ({ place }) => put(place, Array.isArray(place.value) ? place.value.toReversed() : []),
  ({ place, second }) => put(place, copyOf(second)),
  ({ place, second }) => {
    const kept = copyOf(place);
    put(place, copyOf(second));
    put(second, kept);
  },
  ({ place, key }) => {
    if (!Array.isArray(place.holder)) place.holder[key] = copyOf(place);
  },
  ({ place, second, key }) => {
    if (!Array.isArray(place.holder)) place.holder[key] = copyOf(second);
  },
  ({ place, type }) => {
    if (!Array.isArray(place.holder)) place.holder['type'] = [type];
  },
  ({ place, key }) => put(place, { [key]: copyOf(place) }),
  ({ place, key }) => put(place, { id: 'urn:uuid:1', [key]: copyOf(place) }),
  ({ place }) => put(place, JSON.stringify(place.value)),
  ({ place }) => put(place, { '@value': copyOf(place), '@language': 'fr' }),
  ({ place }) => put(place, -0),
  ({ place }) => put(place, 1.5e300),
];

/** Every value inside of the document but its contexts, in the order of the document. */
function placesIn(document: JsonObject): Place[] {
  const found: Place[] = [];
  const visit = (holder: JsonObject | JsonValue[]): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (key === '@context') continue;
      found.push({ holder, key: Array.isArray(holder) ? Number(key) : key, value: value });
      if (typeof value === 'object' && value !== null) visit(value);
    }
  };
  visit(document);
  return found;
}
