/** The `meta` key: `<meta>` elements as maps of attributes. */
import { z } from 'astro/zod';
import { isMapping, listOf, textMap } from './value-types.ts';

const attributes = new Set([
  'name',
  'content',
  'property',
  'charset',
  'http-equiv',
  'itemprop',
  'media',
]);
const expected = 'a list of attribute maps';
const example = '{name: robots, content: noindex}';

/** `description: text` is short for its name and content. */
const element = textMap(expected, `[${example}]`).transform((pairs) =>
  Object.keys(pairs).some((key) => attributes.has(key))
    ? [pairs]
    : Object.entries(pairs).map(([name, content]): Record<string, string> => ({ name, content })),
);

/** A list of attribute maps, or one. */
export const metaElements = z
  .preprocess(
    (written) => (isMapping(written) ? [written] : written),
    listOf(element, expected, example),
  )
  .transform((elements) => elements.flat())
  .meta({ expected });
