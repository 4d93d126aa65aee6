/** Packs instances into few content folders: a build costs more than a page, and a page more than an instance. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { descriptionOf } from './description.ts';
import { siteKeys, type Instance } from './instances.ts';

export interface HostileSite {
  name: string;
  /** Path → text, of the content folder. */
  files: Map<string, string>;
  /** What an URL or a storage of it is; visits of a page that all these sites have, by what is met in one. */
  visits: Instance[][];
}

/** So many pieces of text a page, and pages a site. */
const texts = 12,
  pages = 120;
/** Operations a description. */
const operations = 45;

const chunks = <T>(list: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );

const plain = `---
title: Root
raw_html: false
language_tabs: [shell, ruby]
reference: root
version: v1
---

# First

Text of the first section, with [a link](#second).

| Parameter | Type | Description |
| --- | --- | --- |
| \`id\` | integer | The number. |

\`\`\`shell
curl
\`\`\`

\`\`\`ruby
Net::HTTP
\`\`\`

# Second

Text.
`;

export function sitesOf(all: Instance[]): HostileSite[] {
  const of = (kind: Instance['kind']) => all.filter((each) => each.kind === kind);
  const sites: HostileSite[] = [];
  for (const [index, chunk] of chunks(
    [...of('html'), ...of('markdown')],
    texts * pages,
  ).entries()) {
    const files = new Map([['index.html.md', plain]]);
    for (const [at, group] of chunks(chunk, texts).entries())
      files.set(`t${at}.html.md`, pageOf(group));
    sites.push({ name: `text ${index + 1}`, files, visits: [] });
  }
  for (const [round, group] of rounds(of('front matter')).entries()) {
    const isSite = ({ where }: Instance) => siteKeys.includes(where);
    sites.push({
      name: `front matter ${round + 1}`,
      visits: [],
      files: new Map([
        [
          'index.html.md',
          `---\ntitle: Root\nraw_html: false\n${yaml(group.filter(isSite))}---\n\n# First\n\nText.\n`,
        ],
        [
          'page.html.md',
          `---\n${yaml(group.filter((each) => !isSite(each)))}---\n\n# First\n\nText.\n\n\`\`\`ruby\n1\n\`\`\`\n`,
        ],
      ]),
    });
  }
  const described = chunks(of('description'), operations);
  const files = new Map([['index.html.md', plain]]);
  for (const [at, group] of described.entries()) {
    files.set(`api${at}.json`, descriptionOf(group));
    files.set(
      `api${at}.html.md`,
      `---\ntitle: API ${at}\nopenapi: api${at}.json\ntry_it: true\npaged: false\n---\n\nText.\n`,
    );
  }
  if (described.length) sites.push({ name: 'descriptions', files, visits: [] });
  const names = new Map([['index.html.md', plain]]);
  for (const { where, text } of of('file name')) {
    const [file, content] = (
      {
        page: [`${text}.html.md`, `# Page\n\nText.\n`],
        folder: [`${text}/index.html.md`, `---\ntitle: In a folder\n---\n\n# Page\n`],
        asset: [`files/${text}.png`, 'x'],
        include: [`includes/_${text}.md`, '# Include\n'],
      } as Record<string, [string, string]>
    )[where]!;
    names.set(file, content);
  }
  const linked = [...names.keys()]
    .filter((file) => file.startsWith('files/'))
    .map((file) => `![x](<${file.replaceAll(/[<>\\]/g, (one) => encodeURIComponent(one))}>)`);
  const included = of('file name')
    .filter(({ where }) => where === 'include')
    .map(({ text }) => `  - ${JSON.stringify(text)}\n`);
  names.set(
    'all.html.md',
    `---\ntitle: All\nincludes:\n${included.join('')}---\n\n# All\n\n${linked.join('\n\n')}\n`,
  );
  sites.push({ name: 'file names', files: names, visits: [] });
  sites.push({
    name: 'addresses and storage',
    files: new Map([
      ['index.html.md', plain],
      ['b.html.md', plain.replace('v1', 'v2')],
    ]),
    visits: [...of('url').map((one) => [one]), ...rounds(of('storage'))],
  });
  return sites;
}

/** Instances at different places, as many as there are; then on with those that are left. */
function rounds(all: Instance[]): Instance[][] {
  const found: Instance[][] = [];
  const counts = new Map<string, number>();
  for (const each of all) {
    const round = counts.get(each.where) ?? 0;
    counts.set(each.where, round + 1);
    (found[round] ??= []).push(each);
  }
  return found;
}

const pageOf = (group: Instance[]): string => {
  const text = group.map(
    ({ number, where, text }) =>
      `Before ${number}.\n\n${where === 'inline' ? `In words ${text.replace(/\s*\n\s*/g, ' ')} and after.` : text}\n`,
  );
  return `---\ntitle: Texts\n---\n\n# First\n\n${text.join('\n')}\n\n# After all of them\n\nEnd.\n`;
};

/** Keys with a point in them are nested. */
function yaml(group: Instance[]): string {
  const data: Record<string, unknown> = Object.create(null);
  for (const { where, text } of group) {
    const [key = '', inner] = where.split('.');
    const map = () => (data[key] ??= Object.create(null)) as Record<string, unknown>;
    if (key === 'meta')
      data[key] = [
        ...((data[key] as unknown[]) ?? []),
        inner === 'name' ? { name: text, content: 'x' } : { name: 'x', content: text },
      ];
    else if (key === 'toc')
      data[key] = [...((data[key] as unknown[]) ?? []), { title: text, items: ['first'] }];
    else if (key === 'nav')
      data[key] = [...((data[key] as unknown[]) ?? []), { title: text, items: ['page'] }];
    else if (key === 'language_tabs')
      data[key] = [...((data[key] as unknown[]) ?? []), inner === 'label' ? { ruby: text } : text];
    else if (key === 'links')
      data[key] = [...((data[key] as unknown[]) ?? []), { label: 'x', href: 'x', [inner!]: text }];
    else if (key === 'csp')
      Object.assign(
        map(),
        inner === 'name' ? { [text]: ['https://a.test'] } : { 'img-src': [text] },
      );
    else if (inner === '0') data[key] = [text];
    else if (inner) map()[inner] = text;
    else data[key] = text;
  }
  // JSON is YAML; in its keys, too.
  return Object.keys(data)
    .map((key) => `${JSON.stringify(key)}: ${JSON.stringify(data[key])}\n`)
    .join('');
}

export function writeSite({ files }: HostileSite, root: string): void {
  for (const [file, text] of files) {
    try {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    } catch {
      // A name that this file system does not take is no attack on it.
    }
  }
}
