/** The bench's command line. */
import path from 'node:path';
import { parseArgs } from 'node:util';

export const usage = `usage: npm run bench -- [DIR] [--only PARTS] [--sizes LIST] [--runs N] [--page FILE] [--open FILE] [--published FILE] [--json FILE]

  DIR          a Slate source, any content folder, or an OpenAPI description; without it the bench writes its own corpus
  --only       build, page, dev, growth, paged, start: some of them, with commas (growth and paged are of the bench's own corpus)
  --sizes      operations of the corpus: 100,1000,10000 if left out. The first is built and opened for build, page and dev
  --runs       how often each build is measured, 3 if left out; the median is quoted
  --page       the page of DIR that is built alone: index.html.md, or the first
  --open       the built page that is opened in the browser: the largest
  --published  HTML of the same page as Slate published it, to hold --open against
  --slower     times the browser's processor is slowed: 4 if left out
  --peers      of a description: a folder with Redoc and Blume (tests/bench/openapi/peers.ts)
  --json       writes the figures there, too
`;

export const parts = ['build', 'page', 'dev', 'growth', 'paged', 'start'] as const;
export type Part = (typeof parts)[number];

export interface Options {
  /** Absolute; undefined: the bench's own corpus. */
  dir: string | undefined;
  only: Set<Part>;
  sizes: number[];
  runs: number;
  page: string | undefined;
  open: string | undefined;
  published: string | undefined;
  slower: number;
  /** Absolute. */
  peers: string | undefined;
  json: string | undefined;
}

/** @throws Error with what is wrong with the call */
export function readOptions(argv: string[]): Options {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      sizes: { type: 'string' },
      runs: { type: 'string' },
      page: { type: 'string' },
      open: { type: 'string' },
      published: { type: 'string' },
      slower: { type: 'string' },
      json: { type: 'string' },
      peers: { type: 'string' },
    },
  });
  if (positionals.length > 1) throw new Error('the bench takes one folder');
  const only = values.only?.split(',') ?? [...parts];
  const unknown = only.find((part) => !parts.includes(part as Part));
  if (unknown !== undefined) throw new Error(`--only takes ${parts.join(', ')}, not ${unknown}`);
  return {
    dir: positionals[0] === undefined ? undefined : path.resolve(positionals[0]),
    only: new Set(only as Part[]),
    sizes: (values.sizes ?? '100,1000,10000').split(',').map((text) => number('sizes', text)),
    runs: number('runs', values.runs ?? '3'),
    page: values.page,
    open: values.open,
    slower: number('slower', values.slower ?? '4'),
    published: values.published === undefined ? undefined : path.resolve(values.published),
    peers: values.peers === undefined ? undefined : path.resolve(values.peers),
    json: values.json === undefined ? undefined : path.resolve(values.json),
  };
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} takes whole numbers above 0`);
  return value;
}
