/**
 * Astro writes the front matter of an MDX file into its module, aliases expanded: a few lines of them
 * would take minutes. What is too large was told where the page was read; here it is left out.
 */
import type { Plugin } from 'vite';
import { readYaml } from '../../source/front-matter/yaml.ts';

/** As Astro finds it: `@astrojs/internal-helpers/frontmatter`. */
const frontMatter = /^(?:\uFEFF?|\s*\n)---([\s\S]*?\n)---/;

export function saneFrontMatter(): Plugin {
  return {
    name: 'phyllite-sane-front-matter',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(code) {
        const [whole, text = ''] = frontMatter.exec(code) ?? [];
        // Without an alias it is no larger than its text.
        if (!whole || !/\*/.test(text) || !isTooLarge(text)) return undefined;
        // The lines after it stay where they are.
        return { code: code.replace(whole, whole.replace(/[^\n]/g, '')), map: null };
      },
    },
  };
}

function isTooLarge(text: string): boolean {
  let found = false;
  readYaml({
    text,
    file: '',
    startLine: 1,
    report: ({ kind }) => (found ||= kind === 'yaml-too-large'),
  });
  return found;
}
