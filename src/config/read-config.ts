/** What a config file exports, checked: an error names the file, the line, and the mend. */
import type { PluggableList } from 'unified';
import type { Finding, Report } from '../diagnostics/diagnostic.ts';
import { noCodeSettings, type CodeSettings } from '../markup/highlight/code-settings.ts';
import { nearest } from '../shared/nearest.ts';
import { directionOf } from '../source/direction.ts';
import { frontMatterSchema } from '../source/front-matter/front-matter.ts';
import { Positions } from '../source/front-matter/positions.ts';
import { readKey, readKeys } from '../source/front-matter/read-front-matter.ts';
import { isMapping, type Mapping } from '../source/front-matter/value-types.ts';
import { configName, configShape, ofSite } from './schema.ts';
import { noConfig, type SiteConfig } from './site-config.ts';

/**
 * @param exported what the file exports
 * @param file absolute. @param positions where its keys stand
 * @param report takes what is wrong with it: nothing of it should be used then
 */
export function readConfig(
  exported: unknown,
  { file, positions }: { file: string; positions: Positions },
  report: Report,
): SiteConfig {
  const isPromise = exported instanceof Promise;
  if (isPromise || !isMapping(exported)) {
    const what = isPromise ? 'promise' : typeof exported;
    report({
      kind: 'config',
      message: `this file exports ${exported === undefined ? 'no config' : `a ${what}, which is no config`}`,
      hint: `write \`export default ${isPromise ? 'await …' : 'defineConfig({ … })'}\``,
    });
    return noConfig;
  }
  const say = (finding: Finding) => report(inConfig(finding));
  const known: Mapping = {};
  for (const [name, value] of Object.entries(exported)) {
    if (!Object.hasOwn(configShape, name)) say(unknownKey(name, positions));
    else if (value !== undefined && value !== null)
      Object.assign(known, readKey(configShape, name, value, positions, say));
  }
  const { markdown, code, integrations, vite, untrusted, defaults, ...others } = known as Known;
  for (const [at, { name }] of (integrations ?? []).entries())
    if (name === '@astrojs/mdx') say(ownMdx(positions, at));
  const ofPages = isMapping(defaults) ? asInYaml(defaults) : {};
  const frontMatter = readKeys(ofPages, new Below('defaults', positions), say);
  for (const name of Object.keys(ofPages)) if (isOfSite(name)) say(misplacedKey(name, positions));
  for (const [name, key] of ofSite)
    if (Object.hasOwn(known, name)) Object.assign(frontMatter, { [key]: known[name] });
  if (frontMatter.lang !== undefined) frontMatter.dir ??= directionOf(frontMatter.lang);
  return {
    ...others,
    place: (key, value) => {
      const name = configName(key);
      const path = Object.hasOwn(configShape, name) ? [name] : ['defaults', key];
      const found = value === undefined ? undefined : positions.find(path, value);
      const at = found ?? positions.at(path)?.key;
      return at && { file, line: at.line };
    },
    frontMatter,
    data: ofPages,
    untrusted: untrusted ?? false,
    code: code ? { ...noCodeSettings, ...code } : noCodeSettings,
    remarkPlugins: markdown?.remarkPlugins ?? [],
    rehypePlugins: markdown?.rehypePlugins ?? [],
    integrations: integrations ?? [],
    vite: vite ?? {},
  };
}

/** YAML reads `shell: cURL` as a map. */
function asInYaml(defaults: Mapping): Mapping {
  const { language_tabs: tabs } = defaults;
  if (!Array.isArray(tabs)) return defaults;
  const language_tabs = tabs.map((tab: unknown) => {
    const [, name, label] = (typeof tab === 'string' && /^([^:]+):\s+(.+)$/.exec(tab)) || [];
    return name && label ? { [name]: label } : tab;
  });
  return { ...defaults, language_tabs };
}

type Known = Partial<
  Pick<SiteConfig, 'content' | 'out' | 'site' | 'base' | 'strict' | 'integrations' | 'vite'>
> & {
  untrusted?: boolean;
  defaults?: Mapping;
  code?: Partial<CodeSettings>;
  markdown?: { remarkPlugins?: PluggableList; rehypePlugins?: PluggableList };
};

/** Two of them would compile each page twice. */
const ownMdx = (positions: Positions, at: number): Finding => ({
  kind: 'config',
  ...positions.at(['integrations', at])?.key,
  message: 'Phyllite has MDX itself',
  hint: 'take `mdx()` out of `integrations`; its plugins go to `markdown`',
});

const isOfSite = (name: string): boolean =>
  Object.hasOwn(frontMatterSchema.shape, name) &&
  (frontMatterSchema.shape as Mapping as Record<string, { meta(): Mapping }>)[name]!.meta()[
    'scope'
  ] === 'site';

const misplacedKey = (name: string, positions: Positions): Finding => ({
  kind: 'config',
  ...positions.at(['defaults', name])?.key,
  message: `\`${name}\` holds for the whole site, and is no key of a page`,
  hint:
    name === 'raw_html'
      ? 'write `untrusted: true` beside `defaults`'
      : `write \`${configName(name)}\` beside \`defaults\``,
});

function unknownKey(name: string, positions: Positions): Finding {
  const near = nearest(name, Object.keys(configShape));
  const ofPages = nearest(name, Object.keys(frontMatterSchema.shape));
  return {
    kind: 'config',
    ...positions.at([name])?.key,
    message: `there is no key \`${name}\``,
    hint: near
      ? `if \`${near}\` is meant, write \`${near}\``
      : ofPages
        ? `what holds for pages stands in \`defaults\`: write \`defaults: { ${ofPages}: … }\``
        : `the keys are ${Object.keys(configShape).join(', ')}`,
  };
}

/** Findings of front matter's schema, with the names that the file has, and in its language. */
function inConfig({ message, hint = '', ...finding }: Finding): Finding {
  const named = (text: string) =>
    [...ofSite].reduce((all, [name, key]) => all.replaceAll(`\`${key}\``, `\`${name}\``), text);
  return { ...finding, kind: 'config', message: named(message), hint: inScript(named(hint)) };
}

/** `toc_depth: 1` and `- {label: Status}` in YAML → `{ label: 'Status' }` in JavaScript. */
const inScript = (hint: string): string =>
  hint
    .replace(/`- ([^`]*)`/g, '`[$1]`')
    .replace(/\{(\w[^`{}]*)\}/g, '{ $1 }')
    .replace(/(?<=[`{,] ?)([\w.]+): ([a-z#/][^`{},'[\]]*?)(?= ?[`},])/gi, (all, key, value) =>
      /^(true|false)$/.test(value) ? all : `${key}: '${value}'`,
    );

/** The places of what stands below a key. */
class Below extends Positions {
  readonly #key: string;
  readonly #all: Positions;

  constructor(key: string, all: Positions) {
    super();
    this.#key = key;
    this.#all = all;
  }

  override at(path: Parameters<Positions['at']>[0]): ReturnType<Positions['at']> {
    return this.#all.at([this.#key, ...path]);
  }
}
