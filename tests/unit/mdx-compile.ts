/** Compiles MDX as Astro does, and shows the tree just before it becomes JavaScript. */
import path from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { mdxPlugins } from '../../src/mdx/index.ts';
import { flattenOutline } from '../../src/mdx/outline-piece.ts';
import type { OutlineHeading } from '../../src/markup/fragment.ts';
import type { Finding } from '../../src/diagnostics/diagnostic.ts';

export interface Compiled {
  /** JSX as elements, expressions as `{…}`, a block a line. */
  html: string;
  outline: OutlineHeading[];
  findings: Finding[];
  /** The module that Astro would run. */
  code: string;
}

const components = new Map(
  ['Aside', 'Tabs', 'Tab', 'Endpoint', 'Code', 'Center'].map((name) => [name, `/${name}.astro`]),
);

/**
 * @param text what Astro hands on, its own front matter blanked
 * @param frontMatter of the page
 * @param file absolute path
 * @param own the file's own front matter, as Astro reads it
 */
export async function compile(
  text: string,
  frontMatter: Record<string, unknown> = {},
  file = path.resolve('page.mdx'),
  own: Record<string, unknown> = {},
): Promise<Compiled> {
  const findings: Finding[] = [];
  let outline: OutlineHeading[] = [];
  let html = '';
  const { remarkPlugins, rehypePlugins } = mdxPlugins(() => ({
    file: path.basename(file),
    components,
    frontMatter,
    root: path.dirname(file),
    page: path.basename(file),
    isImported: false,
    report: (finding) => void findings.push(finding),
    setOutline: (found) => void (outline = flattenOutline(found, () => undefined, String)),
  }));
  const capture = () => (tree: Root) => void (html = show(tree));
  const processor = unified({
    gfm: true,
    smartypants: false,
    remarkPlugins,
    rehypePlugins: [...rehypePlugins, capture],
  });
  const renderer = await processor.createMdxRenderer!(
    { syntaxHighlight: false, shikiConfig: {} as never, gfm: true, smartypants: false },
    { optimize: false, srcDir: new URL('file:///src/'), sourcemap: false },
  );
  const { code } = await renderer.process(text, file, own);
  return { html, outline, findings, code };
}

function show(tree: Root): string {
  return toHtml({ type: 'root', children: plain(tree.children as ElementContent[]) }).trim();
}

function plain(nodes: readonly unknown[]): ElementContent[] {
  return (nodes as any[]).flatMap((node): ElementContent[] => {
    if (node.type === 'mdxjsEsm') return [];
    if (/Expression$/.test(node.type)) return [{ type: 'text', value: `{${node.value}}` }];
    if (/^mdxJsx/.test(node.type)) {
      const properties = Object.fromEntries(
        node.attributes.map((each: any) => [
          each.name ?? `...`,
          typeof each.value === 'object' ? (each.value ? `{${each.value.value}}` : '') : each.value,
        ]),
      );
      return [
        {
          type: 'element',
          tagName: node.name ?? 'Fragment',
          properties,
          children: plain(node.children),
        } as Element,
      ];
    }
    return [node.type === 'element' ? { ...node, children: plain(node.children) } : node];
  });
}
