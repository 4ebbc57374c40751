/** The values of an update in the types of their fields, as mongoose would give them to an update of its own. */
import { Problem } from '../../shared/problem.js';

type Fields = Record<string, unknown>;

/**
 * @param update operators of MongoDB with their fields
 * @param cast gives a document's fields their types; throws for one that is not declared
 * @throws Problem unexpected for an operator that no store uses; what `cast` throws
 */
export function castUpdate(update: Record<string, unknown>, cast: (fields: Fields) => Fields): Fields {
  return Object.fromEntries(
    Object.entries(update).map(([operator, fields]) => [
      operator,
      castFields(operator, fields as Fields, cast),
    ]),
  );
}

function castFields(operator: string, fields: Fields, cast: (fields: Fields) => Fields): Fields {
  const entries = Object.entries(fields);
  switch (operator) {
    case '$set':
    case '$setOnInsert':
    case '$inc':
    case '$min':
    case '$max':
      return Object.fromEntries(entries.map(([path, value]) => [path, castValue(path, value, cast)]));
    case '$push':
      return Object.fromEntries(
        entries.map(([path, value]) => [path, (castValue(path, [value], cast) as unknown[])[0]]),
      );
    case '$unset':
      for (const [path] of entries) cast({ [fieldOf(path)]: undefined });
      return fields;
    default:
      throw new Problem('unexpected', { detail: `an update with ${operator}` });
  }
}

/** A path into a field leads into one of any shape: its value stays as it is. */
function castValue(path: string, value: unknown, cast: (fields: Fields) => Fields): unknown {
  const field = fieldOf(path);
  if (field === path) return cast({ [field]: value })[field];
  cast({ [field]: undefined });
  return value;
}

const fieldOf = (path: string): string => path.split('.', 1)[0] ?? path;
