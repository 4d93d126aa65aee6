/** MDX's part of the markup: the steps that Astro runs while it compiles a file, in their order. */
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import remarkCjk from 'remark-cjk-friendly';
import remarkCjkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkDirective from 'remark-directive';
import type { PluggableList, Plugin } from 'unified';
import type { VFile } from 'vfile';
import { alerts } from './syntax/alerts.ts';
import { checkAttributes } from './checks/attributes.ts';
import { checkFences } from './checks/fences.ts';
import { checkFootnotes } from './checks/footnotes.ts';
import { checkNames } from './checks/names.ts';
import type { MdxContext, MdxFile } from './context.ts';
import { cjkLinks } from './syntax/cjk-links.ts';
import { customIds } from './syntax/custom-ids.ts';
import { directives } from './syntax/directives.ts';
import { markFences, settleFences } from './syntax/fences.ts';
import { footnotes } from './syntax/footnotes.ts';
import { componentImports } from './imports/component-imports.ts';
import { followImports } from './imports/imports.ts';
import { partsOfId } from './imports/module-id.ts';
import { images } from './syntax/images.ts';
import { lines } from './syntax/lines.ts';
import { locate } from './estree/locate-expressions.ts';
import { moduleScope } from './estree/module-scope.ts';
import { mdxOutline } from './outline.ts';
import { parentheses } from './estree/parentheses.ts';
import { ownerPlugins } from './owner-plugins.ts';

export type { MdxContext } from './context.ts';

/** On the text's mdast. */
const textSteps: ((tree: Root, file: MdxFile) => void)[] = [
  checkFences,
  cjkLinks,
  directives,
  followImports,
  checkNames,
  componentImports,
  checkAttributes,
  checkFootnotes,
  alerts,
  customIds,
  images,
  markFences,
  lines,
];

/** On its hast. */
const treeSteps: ((tree: HastRoot, file: MdxFile) => void)[] = [
  settleFences,
  (tree, { file }) => footnotes(tree, file),
  (tree, file) => file.setOutline(mdxOutline(tree, file)),
  locate,
];

/** What the config file says of MDX. */
interface OwnerSettings {
  remarkPlugins?: PluggableList;
  rehypePlugins?: PluggableList;
  integrations?: readonly unknown[];
  /** The owner's project, absolute. */
  owner?: string | undefined;
}

export interface MdxPlugins {
  remarkPlugins: RemarkPlugins;
  rehypePlugins: RehypePlugins;
}

/**
 * The plugins for Astro's `unified()` processor, after GFM's. They throw nothing: all that is wrong
 * with a file is reported.
 * @param context gives what is known of a file, by its absolute path (and page, where another file
 *   imports it: `imports/module-id.ts`); undefined for a file that is none of the content, and is left
 *   alone
 * @param own the owner's, which run before ours: what they make is checked, listed and laid out, too
 */
export function mdxPlugins(
  context: (id: string) => MdxContext | undefined,
  own: OwnerSettings = {},
): MdxPlugins {
  const files = new WeakMap<VFile, MdxFile>();
  const contexts = new WeakMap<VFile, MdxContext | null>();
  const contextOf = (vfile: VFile): MdxContext | undefined => {
    let known = contexts.get(vfile);
    if (known === undefined) contexts.set(vfile, (known = context(vfile.path) ?? null));
    return known ?? undefined;
  };
  const text: Plugin<[], Root> = function () {
    const parse = (piece: string) => this.parse(piece) as Root;
    const parser = this.parser!;
    this.parser = (source, vfile) => {
      try {
        return parser(source, vfile);
      } catch (error) {
        const known = contextOf(vfile);
        if (known) fencesOfBroken(source, known);
        throw error;
      }
    };
    return (tree, vfile) => {
      const known = contextOf(vfile);
      if (!known) return;
      const frontMatter = inheritFrontMatter(vfile, known.frontMatter);
      // Positions do not count a byte order mark.
      const source = String(vfile).replace(/^\uFEFF/, '');
      const file: MdxFile = {
        ...known,
        frontMatter,
        path: partsOfId(vfile.path).file,
        text: source,
        scope: moduleScope(tree, frontMatter),
        imported: new Map(),
        hasIntegrations: !!own.integrations?.length,
        owner: own.owner,
        parse,
      };
      files.set(vfile, file);
      for (const step of textSteps) step(tree, file);
    };
  };
  const hast: Plugin<[], HastRoot> = () => (tree, vfile) => {
    const file = files.get(vfile);
    if (file) for (const step of treeSteps) step(tree, file);
  };
  return {
    remarkPlugins: [
      remarkDirective as Plugin<[], Root>,
      remarkCjk,
      remarkCjkStrikethrough,
      ...(ownerPlugins(own.remarkPlugins ?? [], contextOf) as RemarkPlugins),
      text,
    ],
    rehypePlugins: [
      ...(ownerPlugins(own.rehypePlugins ?? [], contextOf) as RehypePlugins),
      hast,
      parentheses as Plugin<[], HastRoot>,
    ],
  };
}

/**
 * A fence that swallows the closing tag of a component is why that tag is missed: told beside what
 * the compiler says, by plain Markdown's reading of the text.
 */
function fencesOfBroken(source: string, { file, report }: MdxContext): void {
  const text = source.replace(/^\uFEFF/, '');
  checkFences(fromMarkdown(text), { file, text, report });
}

/**
 * `{frontmatter.x}` in an include is the page's, unless the include has its own. Astro turns
 * `2026-01-31` into a date: the author's text holds. It would import `layout`, a key that other
 * tools have too: it goes.
 */
function inheritFrontMatter(vfile: VFile, page: Record<string, unknown>): Record<string, unknown> {
  const astro = ((vfile.data as { astro?: { frontmatter?: Record<string, unknown> } }).astro ??=
    {});
  const own = Object.entries(astro.frontmatter ?? {}).filter(
    ([key, value]) => !(value instanceof Date && Object.hasOwn(page, key)),
  );
  const { layout: _, ...merged } = { ...page, ...Object.fromEntries(own) };
  return (astro.frontmatter = merged);
}
