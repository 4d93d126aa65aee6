/** The keys of the config file. What is front matter as well is held to front matter's schema. */
import { z } from 'astro/zod';
import { frontMatterSchema } from '../source/front-matter/front-matter.ts';
import {
  boolean,
  isMapping,
  mapWith,
  refuse,
  text,
  textLike,
  textMap,
  type,
} from '../source/front-matter/value-types.ts';

/** What a condition leaves out is false. */
const listOf = (item: z.ZodType, expected: string) =>
  z
    .transform((value: unknown, ctx): unknown[] =>
      Array.isArray(value)
        ? value.filter(Boolean)
        : refuse(ctx, { expected, hint: 'write `{key}: [ … ]`' }),
    )
    .pipe(z.array(item))
    .meta({ expected });

/** As Astro takes them: a list may hold lists. */
const isIntegration = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every((one) => !one || isIntegration(one))
    : isMapping(value) && typeof value['name'] === 'string';
const integrations = listOf(
  type('integrations of Astro, such as `react()`', 'call it, with `()`', (value) =>
    isIntegration(value) ? value : undefined,
  ),
  'a list of integrations of Astro',
).transform((list) => list.flat(Infinity).filter(Boolean));

/** As unified takes them: a function, alone or with its options, or a preset. */
const isPlugin = (value: unknown): boolean =>
  typeof value === 'function' ||
  (Array.isArray(value) ? isPlugin(value[0]) : isMapping(value) && Array.isArray(value['plugins']));
const plugins = listOf(
  type('functions, each alone or in a list with its options', 'import the plugin', (value) =>
    isPlugin(value) ? value : undefined,
  ),
  'a list of plugins',
);
const isGrammar = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every(isGrammar)
    : isMapping(value) && Boolean(value['name'] && value['scopeName']);
const grammars = listOf(
  type(
    'TextMate grammars, each with a `name` and a `scopeName`',
    'read the grammar with `import grammar from \'./my.tmLanguage.json\' with { type: "json" }`',
    (value) => (isGrammar(value) ? value : undefined),
  ),
  'a list of TextMate grammars',
).transform((list) => list.flat());
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
    { remarkPlugins: plugins, rehypePlugins: plugins },
    'a map of `remarkPlugins` and `rehypePlugins`',
    '{ remarkPlugins: [] }',
  ),
  code: mapWith(
    { languages: grammars, aliases: textMap('a map of names to languages', "{ cli: 'shell' }") },
    'a map of `languages` and `aliases`',
    "{ aliases: { cli: 'shell' } }",
  ),
  integrations,
  vite: type(
    'a map of settings of Vite, its `plugins` a list',
    'write `{key}: { plugins: [ … ] }`',
    (value) => (isMapping(value) && Array.isArray(value['plugins'] ?? []) ? value : undefined),
  ),
};

/** Every key of the config file by its name there. */
export const configShape: Record<string, z.ZodType> = {
  ...own,
  ...Object.fromEntries(siteKeys.map(([name, key]) => [configName(name), key])),
};
