/** Groups of headings (`toc`) and of documents (`nav`), and links. */
import { z } from 'astro/zod';
import {
  choose,
  isMapping,
  listOf,
  refuse,
  text,
  textMap,
  textOr,
  texts,
  url,
  type Mapping,
} from './value-types.ts';

export interface TocGroup {
  title: string;
  /** Heading ids. */
  items: string[];
}

export interface Link {
  label: string;
  href: string;
}

export interface NavGroup {
  /** One text, or one for each language by its tag. */
  title: string | Record<string, string>;
  /** Document files, relative to the content folder, and links. */
  items: (string | Link)[];
}

export type NavItem = string | Link | NavGroup;

/**
 * A mapping that needs all of some keys; others are left out.
 * @param needs the message where one is missing
 */
const mappingOf = <S extends z.ZodRawShape>(
  shape: S,
  needs: string,
  expected: string,
  example: string,
) =>
  z
    .transform((written: unknown, ctx): Mapping => {
      const hint = `write \`- ${example}\``;
      if (!isMapping(written)) return refuse(ctx, { expected, hint });
      const isWhole = Object.keys(shape).every((key) => (written[key] ?? null) !== null);
      return isWhole ? written : refuse(ctx, { message: needs, hint });
    })
    .pipe(z.object(shape));

const groupNeeds = 'a group of `{key}` needs both a `title` and `items`';
/** A group whose title is empty is left out. */
const ifTitled = <G extends { title: unknown }>(group: G): G | undefined =>
  group.title ? group : undefined;

const tocExpected = 'a list of `{title, items: [heading id]}`';
const tocExample = '{title: Basics, items: [introduction]}';
const tocItems = texts('a list of texts', 'introduction');
export const tocGroups = listOf(
  mappingOf(
    { title: text('Basics'), items: tocItems },
    groupNeeds,
    tocExpected,
    tocExample,
  ).transform(ifTitled),
  tocExpected,
  tocExample,
);

const linkExample = '{label: Status, href: https://status.example.com}';
const linksExpected = 'a list of `{label, href}`';
const link = mappingOf(
  { label: text('Status'), href: url },
  'a link of `{key}` needs both a `label` and an `href`',
  linksExpected,
  linkExample,
);
export const links = listOf(link, linksExpected, linkExample);

const navExpected = 'a list of files or of `{title, items: [file]}`';
const group: z.ZodType<NavGroup | undefined> = mappingOf(
  {
    title: textOr(textMap('text, or a map of languages to texts', '{en: Guides}')),
    items: listOf(textOr(link), 'a list of texts', 'introduction'),
  },
  groupNeeds,
  navExpected,
  '{title: Guides, items: [guide.mdx]}',
).transform(ifTitled);
const isLink = (value: unknown): boolean =>
  isMapping(value) && ('href' in value || 'label' in value);
export const navItems = listOf(
  textOr(choose<Link | NavGroup | undefined>((value) => (isLink(value) ? link : group))),
  navExpected,
  'guide.mdx',
);
