/** What the MDX steps are told of a file (`mdx/context.ts`), and what they find out about it. */
import path from 'node:path';
import { rollUpEndpoints } from '../../markup/endpoints/roll-up.ts';
import type { OutlineHeading } from '../../markup/fragment.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { MdxContext } from '../../mdx/index.ts';
import type { SiteContent } from '../content.ts';

/** Takes what is found out while a file is compiled. */
export interface MdxListener {
  report: Report;
  outline(outline: OutlineHeading[]): void;
}

/**
 * @param file absolute path
 * @param compiling told of the file's relative path; gives who takes what is found out
 * @returns undefined where the file is no source of this content
 */
export function mdxContextOf(
  { folder, documents, components }: SiteContent,
  file: string,
  compiling: (file: string) => MdxListener,
): MdxContext | undefined {
  const relative = path.relative(folder.root, file).replaceAll('\\', '/');
  for (const { files, frontMatter } of documents) {
    const source = files.find((one) => one.file === relative);
    if (!source) continue;
    const { report, outline } = compiling(relative);
    return {
      file: relative,
      report,
      components: new Set(components.keys()),
      frontMatter: frontMatter.data,
      source: source.text,
      setOutline: (headings) => outline(rollUpEndpoints(headings)),
    };
  }
  return undefined;
}
