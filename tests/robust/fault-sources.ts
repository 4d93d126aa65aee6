/** The sources that are built while something goes wrong. */
import type { Files } from './files.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkM9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const index = (text: string): string =>
  `---\ntitle: A\nincludes: [x]\n---\n\n# A\n\n${text}\n\n![x](images/a.png)\n`;
const before: Files = {
  'index.html.md': index('The old text.'),
  'includes/_x.md': '# X\n',
  'images/a.png': png,
};
const after: Files = { ...before, 'index.html.md': index('The new text.') };

const many: Files = {
  ...after,
  'styles.css': 'a{}',
  'head.html': '<meta name="x">',
  '_p.md.erb': 'x',
  'index.html.md.erb':
    '---\ntitle: C\nincludes: [x]\n---\n\n<%= partial "p" %>\n\n![x](images/a.png)\n',
  'stylesheets/_variables.scss': '$nav-bg: red;',
};
delete many['index.html.md'];

const described: Files = {
  'index.html.md': '---\ntitle: D\nopenapi: ./api.yaml\n---\n\n# D\n',
  'api.yaml':
    'openapi: 3.1.0\ninfo: {title: C, version: "1"}\npaths:\n  /cats:\n    get:\n      operationId: listCats\n      responses: {"200": {description: Done., content: {application/json: {schema: {$ref: ./parts/cat.yaml}}}}}\n',
  'parts/cat.yaml': 'type: object\nproperties:\n  name: {type: string, description: Its name.}\n',
  'includes/openapi/listCats.md': 'A note of ours.\n',
};

/** All kinds of files that MDX imports. */
const imports: Files = {
  'index.mdx': `---
title: I
---

import data from './lib/data.json';
import { name } from './lib/name.js';
import './lib/more.css';
import image from './images/a.png';
import Part from './_part.mdx';

# I

{data.x} {name} <img src={image.src} />

<Part />
`,
  '_part.mdx': '## Part\n',
  'lib/data.json': '{"x": 1}',
  'lib/name.js': 'export const name = "n";',
  'lib/more.css': 'p { color: red; }',
  'images/a.png': png,
};

const mdx: Files = {
  'index.mdx': '---\ntitle: M\nincludes: [y]\n---\n\n# M\n\n<Box />\n',
  'includes/_y.mdx': '## Y\n\nText.\n',
  'components/Box.astro': '<p>A box.</p>\n',
};

export const sources: Record<string, Files> = {
  before,
  after,
  many,
  described,
  mdx,
  imports,
  large: { ...after, 'files/large.bin': Buffer.alloc(3_000_000, 'x') },
  /** No page: nothing can be built of it. */
  nothing: { 'a.txt': 'x' },
};
