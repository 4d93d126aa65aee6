/** The keys of the config file. What is front matter as well is held to front matter's schema. */
import type { z } from 'astro/zod';
import { frontMatterSchema } from '../source/front-matter/front-matter.ts';
import {
  boolean,
  isMapping,
  mapWith,
  text,
  textLike,
  textMap,
  type,
} from '../source/front-matter/value-types.ts';

const list = (expected: string) =>
  type(expected, 'write `{key}: [ … ]`', (value): unknown[] | undefined =>
    Array.isArray(value) ? value : undefined,
  );
const grammars = type(
  'a list of TextMate grammars, each with a `name` and a `scopeName`',
  'read the grammar with `import grammar from \'./my.tmLanguage.json\' with { type: "json" }`',
  (value) =>
    Array.isArray(value) &&
    value.every((item) => isMapping(item) && item['name'] && item['scopeName'])
      ? value.flat()
      : undefined,
);
const mapping = (expected: string) =>
  type(expected, 'write `{key}: { … }`', (value) => (isMapping(value) ? value : undefined));

/** Keys of front matter that hold for the site; what is trusted only the config file can say. */
const siteKeys = Object.entries(frontMatterSchema.shape).filter(
  ([name, key]) => key.meta()?.['scope'] === 'site' && name !== 'raw_html',
);

/** `title_pattern` → `titlePattern`: the config file is JavaScript. */
export const configName = (key: string): string =>
  key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Name in the config file → name in front matter. */
export const ofSite = new Map(siteKeys.map(([name]) => [configName(name), name]));

/** Keys of the config file alone. */
const own = {
  content: text('content'),
  out: text('dist'),
  site: textLike('an address', 'https://docs.example.com', (value) => /^https?:\/\//i.test(value)),
  base: text('/docs'),
  strict: boolean,
  untrusted: boolean,
  defaults: mapping('a map of front matter'),
  markdown: mapWith(
    { remarkPlugins: list('a list of plugins'), rehypePlugins: list('a list of plugins') },
    'a map of `remarkPlugins` and `rehypePlugins`',
    '{ remarkPlugins: [] }',
  ),
  code: mapWith(
    { languages: grammars, aliases: textMap('a map of names to languages', "{ cli: 'shell' }") },
    'a map of `languages` and `aliases`',
    "{ aliases: { cli: 'shell' } }",
  ),
  integrations: list('a list of integrations of Astro'),
  vite: mapping('a map of settings of Vite'),
};

/** Every key of the config file by its name there. */
export const configShape: Record<string, z.ZodType> = {
  ...own,
  ...Object.fromEntries(siteKeys.map(([name, key]) => [configName(name), key])),
};
