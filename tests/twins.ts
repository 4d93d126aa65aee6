/** Reads the Markdown twins of a built site back with a Markdown parser and holds them to their pages: same headings, code and tables. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

interface Content {
  headings: string[];
  code: string[];
  /** How many. */
  tables: number;
}

/** @returns how many twins there are, and for each that differs from its page what is missing in it, or only there */
export function readTwins(site: string): { twins: number; differences: string[] } {
  const pages = readdirSync(site, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.html') && existsSync(path.join(site, twinOf(file))));
  const differences = pages.flatMap((page) =>
    compare(
      twinOf(page),
      ofPage(readFileSync(path.join(site, page), 'utf8')),
      ofTwin(wholeOf(site, twinOf(page))),
    ),
  );
  return { twins: pages.length, differences };
}

const LIST = '<!-- sections -->';

/** Text of a file without what we say at its head and in its list; what is listed of its page follows. */
function wholeOf(site: string, file: string, isWhole = file.endsWith('all.md')): string {
  const { text, list, page } = partsOf(site, file);
  const below = [...list.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, url]) => decodeURIComponent(new URL(url!, 'http://x/').pathname).slice(1))
    .filter(
      (target) => target.startsWith('md/') && (isWhole || partsOf(site, target).page === page),
    );
  return [text, ...below.map((target) => wholeOf(site, target, isWhole))].join('\n');
}

function partsOf(site: string, file: string): { text: string; list: string; page: string } {
  const whole = readFileSync(path.join(site, file), 'utf8');
  const [, url = '', text = ''] = /^<!-- .*?(\S+) -->\n\n> .*\n([^]*)$/.exec(whole) ?? [];
  const [own = '', ...lists] = text.split(LIST);
  return { text: own, list: lists.join(''), page: url.split('#')[0]! };
}

/**
 * The text of a document by its sections' files, each once, in the order of `reference.json`; and
 * that of its `llms-full.txt`, both without the URLs of links.
 */
export function sectionTexts(site: string): { url: string; sections: string; full: string }[] {
  interface Listed {
    markdown: string;
    sections?: Listed[];
  }
  const { documents } = JSON.parse(readFileSync(path.join(site, 'reference.json'), 'utf8')) as {
    documents: (Listed & { url: string; llms: string })[];
  };
  const fileOf = (url: string) => decodeURIComponent(new URL(url, 'http://x/').pathname).slice(1);
  const walk = (list: Listed[]): string[] =>
    list.flatMap(({ markdown, sections = [] }) => [
      ...(markdown.includes('#') ? [] : [fileOf(markdown)]),
      ...walk(sections),
    ]);
  const bare = (text: string) =>
    text
      .replace(/\]\([^)\s]*/g, '](')
      .replace(/\n```\n+```.* continued(?=\n)/g, '')
      .replace(/\n{2,}/g, '\n')
      .trim();
  return documents.map(({ url, llms, sections = [] }) => {
    const texts = walk(sections).flatMap((file) => {
      const parts = [file];
      for (let at = 2; ; at++) {
        const next = file.replace(/\.md$/, `~${at}.md`);
        if (!existsSync(path.join(site, next))) break;
        parts.push(next);
      }
      return parts.map((part) => partsOf(site, part).text);
    });
    const full = readFileSync(path.join(site, fileOf(llms).replace('llms.txt', 'llms-full.txt')));
    return { url, sections: bare(texts.join('\n')), full: bare(full.toString()) };
  });
}

const twinOf = (page: string): string => page.replace(/html$/, 'md');

function compare(file: string, page: Content, twin: Content): string[] {
  // In a page what stands in the code column comes after the prose; a twin has its author's order.
  for (const { code } of [page, twin]) code.sort();
  const lists = (['headings', 'code'] as const).flatMap((kind) => {
    if (JSON.stringify(page[kind]) === JSON.stringify(twin[kind])) return [];
    const at = page[kind].findIndex((text, index) => text !== twin[kind][index]);
    return [
      `${file}: ${kind}, ${page[kind].length} in the page and ${twin[kind].length} here; the first that differs: ${JSON.stringify((page[kind][at] ?? '').slice(0, 80))}, ${JSON.stringify((twin[kind][at] ?? '').slice(0, 80))}`,
    ];
  });
  return page.tables === twin.tables
    ? lists
    : [...lists, `${file}: tables, ${page.tables} in the page and ${twin.tables} here`];
}

const generated = (node: Nodes): boolean =>
  node.type === 'element' && node.properties.dataGenerated !== undefined;

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node
    ? node.children
        .filter((child) => !generated(child))
        .map(textOf)
        .join('')
    : '';
}

/** White space in headings is of no account: a line may end in one. */
const dense = (text: string): string => text.replace(/\s+/g, '');

function ofPage(html: string): Content {
  const found: Content = { headings: [], code: [], tables: 0 };
  let main: Element | undefined;
  visit(fromHtml(html), 'element', (node) => {
    if (node.tagName === 'main') main = node;
  });
  visit(main!, 'element', (node) => {
    if (generated(node)) return SKIP;
    if (/^h[1-6]$/.test(node.tagName)) found.headings.push(dense(textOf(node)));
    if (node.tagName === 'pre') found.code.push(textOf(node).replace(/\n$/, ''));
    if (node.tagName === 'table' && !holdsTable(node)) found.tables++;
    // What stands in a cell, Markdown can say as HTML only; and a table that holds one.
    return node.tagName === 'td' || node.tagName === 'th' ? SKIP : undefined;
  });
  return found;
}

const holdsTable = (node: Element): boolean =>
  node.children.some(
    (child) => child.type === 'element' && (child.tagName === 'table' || holdsTable(child)),
  );

function ofTwin(markdown: string): Content {
  const found: Content = { headings: [], code: [], tables: 0 };
  const text = (node: { value?: string; children?: unknown[] }): string =>
    node.value ?? (node.children ?? []).map((child) => text(child as typeof node)).join('');
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown), (node) => {
    if (node.type === 'heading') found.headings.push(dense(text(node)));
    if (node.type === 'code' && / ?\bcontinued$/.test(node.meta ?? '') && found.code.length)
      found.code.push(`${found.code.pop()}\n${node.value}`);
    else if (node.type === 'code') found.code.push(node.value);
    if (node.type === 'table') found.tables++;
  });
  return found;
}
