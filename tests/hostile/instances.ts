/** Where a payload stands: 10,000 instances of seven kinds, the same for the same seed. */
import { descriptionPlaces } from './description.ts';
import { address, payload } from './payload.ts';
import { Random } from './random.ts';

export type Kind =
  | 'html'
  | 'markdown'
  | 'front matter'
  | 'description'
  | 'file name'
  | 'url'
  | 'storage';

export interface Instance {
  /** What `X` is called with where it runs. */
  number: number;
  kind: Kind;
  /** Text of a page, for `html` and `markdown`; name of a file; query and hash; else the value. */
  text: string;
  /** Key of front matter (`theme.accent`), of storage (`local phyllite / language`), or the construct. */
  where: string;
}

const shares: Record<Kind, number> = {
  html: 0.34,
  markdown: 0.25,
  'front matter': 0.17,
  description: 0.06,
  'file name': 0.04,
  url: 0.08,
  storage: 0.06,
};

export function instances(seed: number, count: number): Instance[] {
  const random = new Random(seed);
  const all: Instance[] = [];
  for (const [kind, share] of Object.entries(shares) as [Kind, number][]) {
    const many = Math.round(count * share);
    for (let index = 0; index < many; index++)
      all.push({ number: all.length + 1, kind, ...make[kind](random, all.length + 1, index) });
  }
  return all;
}

type Made = Pick<Instance, 'text' | 'where'>;

const flat = (text: string) => text.replace(/\s*\n\s*/g, ' ');

const markdown: Record<string, (random: Random, number: number) => string> = {
  link: (random, number) => `[${flat(payload(random, number))}](${address(random, number)})`,
  'link in angles': (random, number) =>
    `[x](<${address(random, number)}> "${flat(payload(random, number))}")`,
  'link title': (random, number) => `[x](/a '${flat(payload(random, number))}')`,
  image: (random, number) => `![${flat(payload(random, number))}](${address(random, number)})`,
  'image title': (random, number) => `![x](images/p.png "${flat(payload(random, number))}")`,
  autolink: (random, number) => `<${address(random, number)}> and ${address(random, number)}`,
  definition: (random, number) =>
    `[a${number}] and ![b][a${number}]\n\n[a${number}]: ${address(random, number)} "${flat(payload(random, number))}"`,
  heading: (random, number) => `## ${flat(payload(random, number))}`,
  'heading underlined': (random, number) => `${flat(payload(random, number))}\n---`,
  'heading with an id': (random, number) => `## Title [#${flat(payload(random, number))}]`,
  table: (random, number) =>
    `| ${flat(payload(random, number))} | B |\n| --- | --- |\n| ${flat(payload(random, number))} | b |`,
  parameters: (random, number) =>
    `| Parameter | Type | Description |\n| --- | --- | --- |\n| \`${flat(payload(random, number))}\` | ${flat(payload(random, number))} | Default: ${flat(payload(random, number))} |`,
  code: (random, number) => `\`${flat(payload(random, number))}\``,
  endpoint: (random, number) => `\`GET /${flat(payload(random, number))}\``,
  fence: (random, number) => `\`\`\`ruby\n${payload(random, number)}\n\`\`\``,
  'fence language': (random, number) =>
    `\`\`\`${flat(payload(random, number)).replaceAll('`', "'")}\n${payload(random, number)}\n\`\`\``,
  'fence meta': (random, number) =>
    `\`\`\`json title="${flat(payload(random, number)).replaceAll('`', "'")}" status=${number % 600}\n{"a": "${flat(payload(random, number))}"}\n\`\`\``,
  quote: (random, number) => `> ${flat(payload(random, number))}`,
  list: (random, number) =>
    `- ${flat(payload(random, number))}\n  - ${flat(payload(random, number))}`,
  emphasis: (random, number) =>
    `**${flat(payload(random, number))}** *${flat(payload(random, number))}* ~~${flat(payload(random, number))}~~`,
  aside: (random, number) => `<aside class="notice">${payload(random, number)}</aside>`,
  'html in words': (random, number) => `word${flat(payload(random, number))}word`,
  erb: (random, number) => `<%= "${flat(payload(random, number)).replaceAll('"', "'")}" %>`,
  'lang-specific': (random, number) =>
    `<p class="lang-specific ${flat(payload(random, number))}">x</p>`,
  indented: (random, number) => `    ${flat(payload(random, number))}`,
};

const keys = [
  'title',
  'language_tabs.0',
  'language_tabs.label',
  'toc_footers.0',
  'includes.0',
  'search',
  'code_clipboard',
  'meta.name',
  'meta.content',
  'lang',
  'dir',
  'description',
  'toc_depth',
  'toc.title',
  'ids',
  'columns',
  'center.0',
  'widen',
  'paged',
  'reference',
  'version',
  'hidden',
  'redirects.0',
  'image',
  'openapi.server',
  'openapi.links_base',
  'openapi.tags',
  'openapi.overlays',
  'openapi.file',
  'layout',
  'try_it.server',
  'try_it.auth',
  'noindex',
  'attributes_open',
  'unknown_key',
  '__proto__',
  'constructor',
];
/** Of the root index page. */
const siteKeys = [
  'nav.title',
  'theme.accent',
  'theme.logo',
  'theme.favicon',
  'theme.code',
  'theme.sidebar_width',
  'theme.prose_width',
  'csp.name',
  'csp.source',
  'edit_url',
  'words.search',
  'words.copy',
  'words.unknown',
  'title_pattern',
  'theme.fonts',
  'links.label',
  'links.href',
  'banner.text',
  'banner.href',
  'ask',
  'ignore.0',
  'urls',
  'last_changed',
];

/** Values that are shaped as the key wants them, and mean harm. */
function shaped(random: Random, number: number, key: string): string {
  if (key === 'csp.source')
    return random.pick([
      `https://a.test; script-src *`,
      `https://a.test, script-src 'unsafe-inline'`,
      `x"><script>X(${number})</script>`,
      `https://a.test\nscript-src *`,
      `*;`,
    ]);
  if (key === 'csp.name')
    return random.pick([
      `script-src *; x`,
      `img-src; script-src 'unsafe-inline'`,
      `"><script>X(${number})</script>`,
      'report-uri',
      'sandbox',
    ]);
  if (/accent|width|code$/.test(key))
    return random.pick([
      `red;}*{background:url(https://evil.test)}`,
      `</style><script>X(${number})</script>`,
      `url(javascript:X(${number}))`,
      `red</style>`,
      `expression(X(${number}))`,
      `#fff;--x:</style><img src=x onerror=X(${number})>`,
    ]);
  if (key === 'title_pattern') return `%s${payload(random, number)}`;
  if (/logo|favicon|fonts|href|edit_url|image|openapi|server|redirects|ask/.test(key))
    return random.is(0.5) ? address(random, number) : payload(random, number);
  if (/lang|dir|version|reference|label|language_tabs/.test(key) && random.is(0.4))
    return random.pick([
      `en" onmouseover="X(${number})`,
      `en><head><script>X(${number})</script>`,
      `ruby"><img src=x onerror=X(${number})>`,
      `__proto__`,
      `ruby'); X(${number}); ('`,
      `ruby]{}*{x:url(//evil.test)}`,
      `<head>${payload(random, number)}`,
    ]);
  return payload(random, number);
}

const storage = [
  'local phyllite / language',
  'local phyllite // language',
  'local phyllite / theme',
  'local phyllite / wrap',
  'local phyllite / tabs os',
  'session search-landing',
  'session phyllite / contents',
  'session phyllite',
  'local phyllite',
  'local __proto__',
];

const make: Record<Kind, (random: Random, number: number, index: number) => Made> = {
  html: (random, number) => ({
    where: random.pick(['block', 'inline']),
    text: payload(random, number),
  }),
  markdown: (random, number, index) => {
    const names = Object.keys(markdown),
      where = names[index % names.length]!;
    return { where, text: markdown[where]!(random, number) };
  },
  'front matter': (random, number, index) => {
    const all = [...keys, ...siteKeys],
      where = all[index % all.length]!;
    return { where, text: shaped(random, number, where) };
  },
  description: (random, number, index) => {
    const where = descriptionPlaces[index % descriptionPlaces.length]!;
    const isAddress = /server|docs|scheme|info/.test(where) && random.is(0.6);
    return { where, text: isAddress ? address(random, number) : payload(random, number) };
  },
  'file name': (random, number, index) => {
    const where = ['page', 'folder', 'asset', 'include'][index % 4]!;
    const name = (random.is(0.3) ? `<head>${random.pick(['', '<', '>'])}` : '')
      .concat(payload(random, number))
      .replace(/[\0-\x1f]/g, ' ')
      .replaceAll('/', random.pick(['', '\u2044', '&sol;']))
      .slice(0, 60)
      .trim();
    return { where, text: `${name || 'x'}${number}` };
  },
  url: (random, number, index) => {
    const text = random.is(0.5) ? payload(random, number) : address(random, number);
    const encoded = random.pick([
      encodeURIComponent,
      encodeURI,
      (each: string) => each.replace(/[\s#?%]/g, ''),
      (each: string) => `%E0%A4%A${encodeURI(each)}`,
    ])(text.toWellFormed());
    const where = ['hash', 'query', 'language', 'q', 'both'][index % 5]!;
    return {
      where,
      text: {
        hash: `#${encoded}`,
        query: `?${encoded}`,
        language: `?language=${encoded}`,
        q: `?q=${encoded}#${encoded}`,
        both: `?${encoded}&q=1#${encoded}`,
      }[where]!,
    };
  },
  storage: (random, number, index) => {
    const where = storage[index % storage.length]!;
    const text = payload(random, number);
    const json = random.pick([
      text,
      JSON.stringify({ href: address(random, number), typed: text, symbol: text }),
      JSON.stringify({ href: `ORIGIN/#first`, typed: text, symbol: text }),
      JSON.stringify({ open: [text], top: text, scroll: text, html: text }),
      '{"__proto__":{"x":1}}',
      '[',
      'null',
      '1e999',
    ]);
    return { where, text: random.is(0.6) ? json : text };
  },
};

export { siteKeys };
