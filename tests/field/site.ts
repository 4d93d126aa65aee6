/** Small sites for the tests of the field's cases: built by the command line, and read from the folder it writes. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import type { Element, Nodes } from 'hast';
import { runPhyllite } from '../phyllite.ts';
import { callPhyllite } from '../warm/calls.ts';
import { filesOf, write, type Files } from '../robust/files.ts';

export { bytesOf, filesOf, write, type Files } from '../robust/files.ts';

export interface Finding {
  kind: string;
  severity: 'error' | 'warning' | 'note';
  file: string;
  line: number;
  column: number;
  message: string;
}

export interface Built {
  status: number | null;
  /** All that was said, findings as JSON among it. */
  said: string;
  findings: Finding[];
  /** The content folder and the site. */
  content: string;
  out: string;
  has(file: string): boolean;
  read(file: string): string;
  /** Every file of the site, relative, sorted. */
  files(): string[];
  /** Elements of a page that a test holds for. */
  elements(file: string, holds: (element: Element) => boolean): Element[];
  /** Findings of a kind. */
  of(kind: string): Finding[];
}

export interface BuildOptions {
  /** More of the call: `['--base', '/docs']`. */
  args?: string[];
  /** Path of a link → what it leads to, relative to the link. */
  links?: Record<string, string>;
  env?: Record<string, string>;
  cwd?: string;
  /** Folder name of the content. */
  name?: string;
}

const scratch = mkdtempSync(path.join(tmpdir(), 'phyllite-field-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** An empty folder that is removed after the tests of the file. */
export const folder = (): string => mkdtempSync(path.join(scratch, 'x-'));

/** Builds a folder of these files. Does not judge how that ends. */
export async function build(files: Files, options: BuildOptions = {}): Promise<Built> {
  const dir = folder();
  const content = path.join(dir, options.name ?? 'content');
  mkdirSync(content);
  write(content, files);
  for (const [link, target] of Object.entries(options.links ?? {})) {
    mkdirSync(path.dirname(path.join(content, link)), { recursive: true });
    symlinkSync(target, path.join(content, link));
  }
  return buildAt(content, path.join(dir, 'out'), options);
}

/** Builds a folder that is there into a place that may hold a site already. */
export async function buildAt(
  content: string,
  out: string,
  { args = [], env, cwd }: BuildOptions = {},
): Promise<Built> {
  const call = ['build', content, '--out', out, '--format', 'json', ...args];
  const options = { ...(env && { env }), ...(cwd && { cwd }), kill: 240 };
  // Where its cache lies, and what is loaded before all, a process knows when it starts.
  const isOwn = ['PHYLLITE_CACHE', 'NODE_OPTIONS'].some((name) => env?.[name] !== undefined);
  const { status, stdout, stderr } = await (isOwn ? runPhyllite : callPhyllite)(call, options);
  const json = /^\{[\s\S]*\}\s*$/.test(stdout)
    ? (JSON.parse(stdout) as { diagnostics: Finding[] })
    : undefined;
  const findings = json?.diagnostics ?? [];
  const read = (file: string) => readFileSync(path.join(out, file), 'utf8');
  return {
    status,
    findings,
    content,
    out,
    read,
    said: stderr + stdout,
    has: (file) => existsSync(path.join(out, file)),
    files: () => (existsSync(out) ? filesOf(out) : []),
    elements: (file, holds) => elementsOf(fromHtml(read(file)), holds),
    of: (kind) => findings.filter((finding) => finding.kind === kind),
  };
}

/** The site is there, and nothing was said that only a programmer understands. */
export function isBuilt(built: Built): void {
  isSaid(built);
  const errors = built.findings.filter(({ severity }) => severity === 'error');
  assert.deepEqual([built.status, errors], [0, []], built.said.slice(0, 3000));
}

/** What was said, was said to a person: no stack, no fault of ours, no bare message of JavaScript's. */
export function isSaid({ said, findings }: Pick<Built, 'said' | 'findings'>): void {
  assert.doesNotMatch(said, /^\s+at .+[:)]/m, 'a stack trace');
  assert.doesNotMatch(said, /phyllite: failed|Cannot read propert|is not a function|please report/);
  assert.deepEqual(
    findings.filter(({ kind }) => kind === 'internal'),
    [],
  );
}

export function elementsOf(tree: Nodes, holds: (element: Element) => boolean): Element[] {
  const own = tree.type === 'element' && holds(tree) ? [tree] : [];
  const inner =
    'children' in tree ? tree.children.flatMap((child) => elementsOf(child, holds)) : [];
  return [...own, ...inner];
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

export const byTag =
  (...names: string[]) =>
  (element: Element): boolean =>
    names.includes(element.tagName);

/** Front matter of these lines, and a text. */
export const page = (yaml: string, text: string): string => `---\n${yaml.trim()}\n---\n\n${text}\n`;
