/** Writes a Slate source of any size: one page, an include a chapter. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { operation } from './operation.ts';
import { Random } from './random.ts';
import { tabs } from './samples.ts';
import { paragraph, resources, sentence } from './words.ts';

export interface Written {
  dir: string;
  /** Markdown in all. */
  bytes: number;
  /** The middle include, absolute: what a bench changes. */
  include: string;
}

const name = (number: number) => `chapter-${String(number).padStart(4, '0')}`;

function write(dir: string, title: string, chapters: Iterable<string>, more = ''): Written {
  mkdirSync(path.join(dir, 'includes'), { recursive: true });
  let bytes = 0,
    count = 0;
  for (const text of chapters) {
    writeFileSync(path.join(dir, 'includes', `_${name(count++)}.md`), text);
    bytes += Buffer.byteLength(text);
  }
  const front = `---
title: ${title}
language_tabs:
${Object.entries(tabs)
  .map(([language, label]) => `  - ${language}: ${label}\n`)
  .join('')}${more}includes:
${Array.from({ length: count }, (_, number) => `  - ${name(number)}\n`).join('')}---

# Introduction

What the bench builds.
`;
  writeFileSync(path.join(dir, 'index.html.md'), front);
  return {
    dir,
    bytes: bytes + Buffer.byteLength(front),
    include: path.join(dir, 'includes', `_${name(Math.floor(count / 2))}.md`),
  };
}

const chapterSize = 25;
const operationBytes = 8000;

/** A page of so many operations of 8 KB, 25 in an include. */
export function writeOperations(dir: string, operations: number, seed = 1): Written {
  const random = new Random(seed);
  function* chapters() {
    for (let first = 0; first < operations; first += chapterSize) {
      const number = first / chapterSize;
      const parts = [
        `# Chapter ${number}: ${resources[number % resources.length]}\n\n${paragraph(random, 4)}\n`,
      ];
      for (let index = first; index < Math.min(first + chapterSize, operations); index++)
        parts.push(operation(random, index, operationBytes));
      yield parts.join('\n');
    }
  }
  return write(dir, `Bench of ${operations} operations`, chapters());
}

/** A paged document: so many pages, of a hundred lines each. */
export function writePages(dir: string, pages: number, seed = 2): Written {
  const random = new Random(seed);
  const page = (number: number) => {
    const lines = operation(random, number, 0, '#').split('\n').slice(0, 99);
    if (lines.filter((line) => line.startsWith('```')).length % 2) lines.push('```');
    while (lines.length < 99) lines.push('', sentence(random));
    return `${lines.slice(0, 100).join('\n')}\n`;
  };
  function* chapters() {
    for (let first = 0; first < pages; first += chapterSize)
      yield Array.from({ length: Math.min(chapterSize, pages - first) }, (_, index) =>
        page(first + index),
      ).join('\n');
  }
  return write(dir, `Bench of ${pages} pages`, chapters(), 'paged: true\n');
}
