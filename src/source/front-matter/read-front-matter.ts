/** From the YAML between the dashes to `FrontMatter`. */
import { isMap, isScalar } from 'yaml';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { directionOf, languageNamed, languageTag } from '../direction.ts';
import { defaultFrontMatter } from './front-matter.ts';
import type { FrontMatter, LanguageTab, NavGroup, TocGroup } from './front-matter.ts';
import { FrontMatterValue } from './front-matter-value.ts';
import { nearest } from '../../shared/nearest.ts';
import { readTheme } from './read-theme.ts';
import { tabLabel } from './tab-label.ts';
import { readYaml } from './yaml.ts';

export interface FrontMatterSource {
  /** Path relative to the content folder, as findings name it. */
  file: string;
  dialect: 'mdx' | 'slate';
  report: Report;
  /** 1-based line of the file on which the YAML starts. */
  startLine: number;
}

type Key = Exclude<keyof FrontMatter, 'titled' | 'data'>;

/** How each key is read. Undefined: of another type, which the reader has reported; the default holds. */
const readers: {
  [K in Key]: (value: FrontMatterValue, source: FrontMatterSource) => FrontMatter[K] | undefined;
} = {
  title: (value) => value.text('My API'),
  language_tabs: readTabs,
  // Half of them hold a colon that makes YAML see a map: the author's text is what counts.
  toc_footers: (value) =>
    value.items('a list of HTML texts', '<a href="/">Home</a>')?.map((item) => item.source()),
  includes: (value) => value.texts('a list of file names', 'errors'),
  search: (value) => value.boolean(),
  code_clipboard: (value) => value.boolean(),
  meta: readMeta,
  lang: (value) => {
    const text = isScalar(value.value) ? value.source() : '';
    return (
      languageTag(text) ??
      value.wrong('a language tag', `write \`${value.name}: ${languageNamed(text) ?? 'en'}\``)
    );
  },
  dir: (value) => value.word(['ltr', 'rtl']),
  description: (value) => value.text('What this API does'),
  toc_depth: (value) => value.integer(1, 6),
  toc: (value) =>
    readGroups(
      value,
      'a list of `{title, items: [heading id]}`',
      '{title: Basics, items: [introduction]}',
    ),
  ids: (value) => value.word(['slate', 'nested']),
  columns: (value) => value.integer(2, 3) as 2 | 3 | undefined,
  paged: (value) => value.boolean(),
  reference: (value) => value.text('orders'),
  version: (value) => value.text('v2'),
  hidden: (value) => value.boolean(),
  redirects: (value) =>
    value
      .texts('a list of old paths', '/old.html')
      ?.map((path) => (/^([a-z]+:|\/)/i.test(path) ? path : `/${path}`)),
  nav: readNav,
  theme: readTheme,
  csp: readCsp,
  edit_url: (value) => value.text('https://github.com/me/docs/edit/main/content/{file}'),
  raw_html: (value) => value.boolean(),
  widen: (value) => value.boolean(),
  center: (value) => value.texts('a list of heading ids', 'errors'),
  words: (value) => value.pairs('a map of texts', '{search: Find}'),
};

/** The keys that Phyllite knows, in the order of its documentation. */
export const frontMatterKeys = Object.keys(readers) as Key[];

/** English words near to a key that other tools give a meaning of their own. */
const others = new Set([
  'id',
  'name',
  'page',
  'pages',
  'themes',
  'titles',
  'column',
  'land',
  'links',
  'file',
  'files',
  'header',
  'versions',
  'centre',
  'centered',
  'word',
  'references',
  'redirect',
]);

/**
 * Reads front matter. Everything that is wrong with it is reported, and the default holds in its place:
 * whether that stops the build is for the table of kinds to say.
 * @param yaml what `splitFrontMatter` found; undefined or empty gives the defaults
 */
export function readFrontMatter(yaml: string | undefined, source: FrontMatterSource): FrontMatter {
  const matter = defaultFrontMatter();
  const root = readYaml({ text: yaml ?? '', ...source });
  const data = root?.plain();
  if (root && !data) {
    source.report({
      kind: 'yaml-too-large',
      file: source.file,
      line: source.startLine,
      column: 1,
      message: 'the aliases of the front matter make more than 50,000 values of it',
      hint: 'write the values out',
    });
  }
  if (!root || !data) return matter;
  matter.data = data;
  // Of a key that is given twice the last one holds.
  const entries = new Map(root.entries.map((entry) => [entry.key, entry]));
  for (const { key, value, place, valuePlace } of entries.values()) {
    const known = frontMatterKeys.find((name) => name === key);
    const reader = new FrontMatterValue(root, source.file, source.report, key, value, valuePlace);
    if (known) {
      if (!reader.empty) assign(matter, known, readers[known](reader, source));
      continue;
    }
    const meant = others.has(key) ? undefined : nearest(key, frontMatterKeys);
    if (meant && !entries.has(meant)) reader.misspelt(meant, place);
  }
  matter.titled =
    isScalar(entries.get('title')?.value) && data.title !== null && matter.title !== '';
  if (!matter.titled) matter.title = defaultFrontMatter().title;
  if (!entries.has('dir') || !/^(ltr|rtl)$/.test(String(data.dir)))
    matter.dir = directionOf(matter.lang);
  return matter;
}

function assign<K extends Key>(
  matter: FrontMatter,
  key: K,
  value: FrontMatter[K] | undefined,
): void {
  if (value !== undefined) matter[key] = value;
}

/** `- shell`, `- shell: cURL`, `- {shell: cURL}`, a map of all, or one name. */
function readTabs(value: FrontMatterValue, source: FrontMatterSource): LanguageTab[] | undefined {
  const tabs = new Map<string, LanguageTab>();
  const add = (item: FrontMatterValue, written: string, label: string) => {
    const name = written.trim();
    if (!name) return;
    if (tabs.has(name))
      source.report({
        kind: 'tab-twice',
        file: source.file,
        ...item.place,
        message: `the tab \`${name}\` is given twice`,
        hint: 'remove one of the two',
      });
    else tabs.set(name, { name, label: label.trim() || tabLabel(name) });
  };
  const items = isMap(value.value) ? [value] : value.items('a list of languages', 'shell');
  for (const item of items ?? []) {
    if (isScalar(item.value)) add(item, item.source(), '');
    else
      for (const entry of item.entries('a list of languages', 'shell') ?? [])
        add(
          item.part(value.name, entry.value, entry.place),
          entry.key,
          isScalar(entry.value) ? item.part(value.name, entry.value).source() : '',
        );
  }
  return items && [...tabs.values()];
}

const metaAttributes = new Set([
  'name',
  'content',
  'property',
  'charset',
  'http-equiv',
  'itemprop',
  'media',
]);

/** A list of attribute maps, or one; `description: text` is short for its name and content. */
function readMeta(value: FrontMatterValue): Record<string, string>[] | undefined {
  const expected = 'a list of attribute maps';
  const example = '{name: robots, content: noindex}';
  const items = isMap(value.value) ? [value] : value.items(expected, example);
  return items?.flatMap((item) => {
    const pairs = item.pairs(expected, `[${example}]`);
    if (!pairs) return [];
    if (Object.keys(pairs).some((key) => metaAttributes.has(key))) return [pairs];
    return Object.entries(pairs).map(([name, content]) => ({ name, content }));
  });
}

function readGroups(
  value: FrontMatterValue,
  expected: string,
  example: string,
): TocGroup[] | undefined {
  return value
    .items(expected, example)
    ?.flatMap((item) => readGroup(item, expected, example) ?? []);
}

function readNav(value: FrontMatterValue): (string | NavGroup)[] | undefined {
  const expected = 'a list of files or of `{title, items: [file]}`';
  const example = 'guide.mdx';
  return value
    .items(expected, example)
    ?.flatMap((item): (string | NavGroup)[] | NavGroup =>
      isScalar(item.value)
        ? [item.source().trim()]
        : (readGroup(item, expected, '{title: Guides, items: [guide.mdx]}') ?? []),
    );
}

function readGroup(
  item: FrontMatterValue,
  expected: string,
  example: string,
): TocGroup | undefined {
  if (!isMap(item.value)) return item.wrong(expected, `write \`- ${example}\``);
  const parts = new Map(
    (item.entries(expected, example) ?? []).map((entry) => [
      entry.key,
      item.part(`${item.name}.${entry.key}`, entry.value, entry.valuePlace),
    ]),
  );
  const title = parts.get('title');
  const items = parts.get('items');
  if (!title || title.empty || !items || items.empty)
    return item.refuse(
      `a group of \`${item.name}\` needs both a \`title\` and \`items\``,
      `write \`- ${example}\``,
    );
  const texts = items.texts('a list of texts', 'introduction');
  const text = title.text('Basics');
  return texts && text ? { title: text, items: texts } : undefined;
}

/** Directives of Content Security Policy Level 3 that take sources; what else is written could open the policy. */
const directives = [
  'child-src',
  'connect-src',
  'default-src',
  'font-src',
  'form-action',
  'frame-src',
  'img-src',
  'manifest-src',
  'media-src',
  'object-src',
  'script-src',
  'script-src-attr',
  'script-src-elem',
  'style-src',
  'style-src-attr',
  'style-src-elem',
  'worker-src',
];

function readCsp(value: FrontMatterValue): Record<string, string[]> | undefined {
  const expected = 'a map of directives to lists of origins';
  const entries = value.entries(expected, '{connect-src: [https://stats.example.com]}');
  if (!entries) return undefined;
  const result: Record<string, string[]> = {};
  for (const entry of entries) {
    const part = value.part(`${value.name}.${entry.key}`, entry.value, entry.valuePlace);
    const name = entry.key.trim().toLowerCase();
    if (!directives.includes(name)) {
      part.refuse(
        `\`${entry.key}\` is no directive that takes origins`,
        `write \`${nearest(name, directives) ?? 'script-src'}\``,
      );
      continue;
    }
    const origins = part.empty
      ? []
      : part
          .texts('a list of origins', 'https://example.com')
          ?.flatMap((text) => text.split(/\s+/));
    if (!origins) continue;
    const bad = origins.find((origin) => /[;,"<>]/.test(origin));
    if (bad) part.wrong('origins such as `https://example.com`', 'write one origin an item');
    else result[name] = origins;
  }
  return result;
}
