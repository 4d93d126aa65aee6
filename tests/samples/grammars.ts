/** The languages' grammars, to parse samples with where nothing can run them. */
import { createRequire } from 'node:module';
import type { SampleLanguage } from '../../src/samples/make-sample.ts';

export interface SyntaxNode {
  type: string;
  text: string;
  startIndex: number;
  endIndex: number;
  hasError: boolean;
  children: SyntaxNode[];
}

interface TreeSitter {
  Parser: {
    init(): Promise<void>;
    new (): { setLanguage(language: unknown): void; parse(text: string): { rootNode: SyntaxNode } };
  };
  Language: { load(file: string): Promise<unknown> };
}

const require = createRequire(import.meta.url);

const grammars: Record<SampleLanguage, string> = {
  shell: 'bash',
  javascript: 'javascript',
  typescript: 'typescript',
  python: 'python',
  ruby: 'ruby',
  php: 'php',
  go: 'go',
  java: 'java',
  csharp: 'c-sharp',
};

/** Parses a text; offsets of nodes are UTF-16 code units. */
export type Parse = (text: string) => SyntaxNode;

/** @returns a parser of the language */
export async function openParser(language: SampleLanguage): Promise<Parse> {
  const { Parser, Language } = require('@vscode/tree-sitter-wasm') as TreeSitter;
  await Parser.init();
  const wasm = `@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammars[language]}.wasm`;
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve(wasm)));
  // This grammar of Java's takes `//` in a text block for a comment; javac does not.
  const readable = (text: string): string =>
    language === 'java'
      ? text.replace(/"""\n.*?(?<!\\)"""/gs, (block) => block.replaceAll('//', '/.'))
      : text;
  return (text) => parser.parse(readable(text)).rootNode;
}

const isString = ({ type, text, children }: SyntaxNode): boolean =>
  /string|heredoc|nowdoc|raw_/.test(type) ||
  // A shell holds an apostrophe outside of its quotes.
  (type === 'concatenation' &&
    children.every((child) => isString(child) || child.text === "\\'")) ||
  (type === 'word' && text === "\\'") ||
  // Go holds a backtick in a literal of its own.
  (type === 'binary_expression' &&
    children.every((child) => child.type === '+' || isString(child)));

/** @returns the types of all nodes outside of literals, nested as they are */
export const shapeOf = (node: SyntaxNode): string =>
  isString(node) ? 'string' : `${node.type}(${node.children.map(shapeOf).join(' ')})`;
