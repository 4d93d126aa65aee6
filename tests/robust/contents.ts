/** The sources whose caches are damaged: small, and each of another kind. */
import type { Files } from './files.ts';

export interface Content {
  files: Files;
  /** It is compiled each time: what Node keeps, which the other has too, is not damaged. */
  compiles?: boolean;
}

/** A document each: Pagefind's list of more than one document has no fixed order. */
export const contents: Record<string, Content> = {
  'Slate Markdown': {
    files: {
      'index.html.md':
        '---\ntitle: A\nlanguage_tabs: [ruby]\nincludes: [more]\n---\n\n# A\n\nText of A.\n\n```ruby\nputs 1\n```\n',
      'includes/_more.md':
        '# More\n\n| Name | Type | Description |\n| --- | --- | --- |\n| `id` | integer | The number. |\n',
    },
  },
  'MDX, Slate Markdown and a description': {
    compiles: true,
    files: {
      'index.mdx':
        '---\ntitle: B\nincludes: [one, two]\nopenapi: ./api.yaml\n---\n\n# B\n\n<Aside>Text of B.</Aside>\n',
      'includes/_one.mdx': '## One\n\n```ruby\nputs 2\n```\n',
      'includes/_two.md': '## Two\n\n```shell\nls\n```\n',
      'api.yaml':
        'openapi: 3.1.0\ninfo: {title: C, version: "1"}\npaths:\n  /cats:\n    get:\n      operationId: listCats\n      description: All *cats*.\n      responses: {"200": {description: Done.}}\n',
    },
  },
};
