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
      ofTwin(readFileSync(path.join(site, twinOf(page)), 'utf8')),
    ),
  );
  return { twins: pages.length, differences };
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
    if (node.type === 'code') found.code.push(node.value);
    if (node.type === 'table') found.tables++;
  });
  return found;
}
