/** Samples of a request: what makes them is handed in. */
import type { CodeSample, Operation } from '../model.ts';

/** One sample, in a language of the document's tabs. */
export interface Sample {
  /** Name of the tab. */
  language: string;
  title: string;
  code: string;
}

/** @returns the samples of an operation in order: neighbours of several languages show the same request */
export type SampleMaker = (operation: Operation) => Sample[];

/** Names that owners give to languages, and the names of tabs that they mean. */
const aliases: Record<string, string[]> = {
  shell: ['curl', 'bash', 'sh', 'cli', 'http+curl', 'shell'],
  javascript: ['js', 'javascript', 'node', 'node.js', 'nodejs', 'fetch'],
  typescript: ['ts', 'typescript'],
  python: ['python', 'py', 'python3'],
  csharp: ['c#', 'csharp', 'cs', '.net', 'dotnet'],
  ruby: ['ruby', 'rb'],
  go: ['go', 'golang'],
  php: ['php'],
  java: ['java'],
};

/** The tab that a written sample stands in; undefined: it has a language of its own. */
export function tabOf({ language }: CodeSample, tabs: readonly string[]): string | undefined {
  const name = language.trim().toLowerCase();
  const exact = tabs.find((tab) => tab.toLowerCase() === name);
  if (exact !== undefined) return exact;
  return tabs.find((tab) => aliases[tab.toLowerCase().replace(/--.*$/, '')]?.includes(name));
}
