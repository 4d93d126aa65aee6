/** MDX's part of the markup: the steps that Astro runs while it compiles a file, in the order in which they are listed. */
import type { Program } from 'estree';
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { alerts } from './syntax/alerts.ts';
import { checkAttributes } from './checks/attributes.ts';
import { checkFootnotes } from './checks/footnotes.ts';
import { checkImports } from './checks/imports.ts';
import { checkNames } from './checks/names.ts';
import type { MdxContext, MdxFile } from './context.ts';
import { customIds } from './syntax/custom-ids.ts';
import { directives } from './syntax/directives.ts';
import { markFences, settleFences } from './syntax/fences.ts';
import { footnotes } from './syntax/footnotes.ts';
import { images } from './syntax/images.ts';
import { lines } from './syntax/lines.ts';
import { locate } from './estree/locate-expressions.ts';
import { moduleScope } from './estree/module-scope.ts';
import { outlineOf } from './outline.ts';
import { parentheses } from './estree/parentheses.ts';

export type { MdxContext } from './context.ts';

const textSteps: [name: string, step: (tree: Root, file: MdxFile) => void][] = [
  ['directives', directives],
  ['imports', checkImports],
  ['names', checkNames],
  ['attributes', checkAttributes],
  ['notes', checkFootnotes],
  ['alerts', alerts],
  ['custom ids', customIds],
  ['images', images],
  ['fences', markFences],
  ['lines', lines],
];

const treeSteps: [name: string, step: (tree: HastRoot, file: MdxFile) => void][] = [
  ['fences', settleFences],
  ['footnotes', (tree, { file }) => footnotes(tree, file)],
  ['outline', (tree, file) => file.setOutline(outlineOf(tree, file))],
  ['places of expressions', locate],
];

export interface MdxPlugins {
  remarkPlugins: Plugin<[], Root>[];
  rehypePlugins: Plugin<[], HastRoot>[];
  recmaPlugins: Plugin<[], Program>[];
}

/**
 * The plugins for Astro's `unified()` processor, behind GFM's.
 * Nothing is thrown: what is wrong with a file is reported, all of it, and the compiler goes on.
 * @param context tells what is known of a file by its absolute path and the text that is being compiled; undefined where it is not of the content, which is then left alone
 */
export function mdxPlugins(
  context: (filePath: string, text: string) => MdxContext | undefined,
): MdxPlugins {
  const files = new WeakMap<VFile, MdxFile>();
  const text: Plugin<[], Root> = function () {
    const parse = (piece: string) => this.parse(piece) as Root;
    return (tree, vfile) => {
      const known = context(vfile.path, String(vfile));
      if (!known) return;
      const frontMatter = inheritFrontMatter(vfile, known.frontMatter);
      // Positions do not count a byte order mark.
      const source = String(vfile).replace(/^\uFEFF/, '');
      const file: MdxFile = {
        ...known,
        frontMatter,
        path: vfile.path,
        text: source,
        scope: moduleScope(tree, frontMatter),
        parse,
      };
      files.set(vfile, file);
      for (const [, step] of textSteps) step(tree, file);
    };
  };
  const hast: Plugin<[], HastRoot> = () => (tree, vfile) => {
    const file = files.get(vfile);
    if (file) for (const [, step] of treeSteps) step(tree, file);
  };
  return {
    remarkPlugins: [remarkDirective as Plugin<[], Root>, text],
    rehypePlugins: [hast],
    recmaPlugins: [parentheses],
  };
}

/**
 * `{frontmatter.x}` in an include is the page's, as long as the include has no `x` of its own.
 * Astro reads `2026-01-31` as a moment and would show it as one: the author's text holds. It would take `layout`, which
 * other tools have too, for a component to import: it goes.
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
