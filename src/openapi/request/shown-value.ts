/** The value of a parameter that samples show, and that a form begins with. */
import { exampleValue } from '../example/example-value.ts';
import type { Parameter } from '../model.ts';

/**
 * A value that the description gives; of what is required lists and objects that are made up, too.
 * Undefined: a placeholder stands there.
 */
export function shownValue({ examples, schema, media, required }: Parameter): unknown {
  const [content] = media;
  const described = schema ?? content?.schema;
  const given = [...examples, ...(content?.examples ?? [])].find(
    ({ value }) => value !== undefined,
  )?.value;
  if (given !== undefined || !described) return given;
  const isGiven = described.examples.length > 0 || described.default || described.const;
  const isMade =
    described.types.includes('array') ||
    described.types.includes('object') ||
    (described.enum?.length ?? 0) > 0 ||
    content !== undefined;
  return isGiven || (required && isMade) ? exampleValue(described, 'request') : undefined;
}
