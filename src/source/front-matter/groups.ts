/** Groups of headings (`toc`) and of documents (`nav`). */
import { z } from 'astro/zod';
import { isMapping, listOf, refuse, text, textOr, texts } from './value-types.ts';

export interface TocGroup {
  title: string;
  /** Heading ids. */
  items: string[];
}

export interface NavGroup {
  title: string;
  /** Document files, relative to the content folder. */
  items: string[];
}

type Written = Record<keyof NavGroup, unknown>;
const parts = z.object({
  title: text('Basics'),
  items: texts('a list of texts', 'introduction'),
});

/** One group. Undefined, and so left out, where its title is empty. */
const group = (expected: string, example: string) =>
  z
    .transform((written: unknown, ctx): Written => {
      const hint = `write \`- ${example}\``;
      if (!isMapping(written)) return refuse(ctx, { expected, hint });
      const { title = null, items = null } = written;
      if (title !== null && items !== null) return { title, items };
      return refuse(ctx, { message: 'a group of `{key}` needs both a `title` and `items`', hint });
    })
    .pipe(parts)
    .transform((group) => (group.title ? group : undefined));

const tocExpected = 'a list of `{title, items: [heading id]}`';
const tocExample = '{title: Basics, items: [introduction]}';
export const tocGroups = listOf(group(tocExpected, tocExample), tocExpected, tocExample);

const navExpected = 'a list of files or of `{title, items: [file]}`';
export const navItems = listOf(
  textOr(group(navExpected, '{title: Guides, items: [guide.mdx]}')),
  navExpected,
  'guide.mdx',
);
