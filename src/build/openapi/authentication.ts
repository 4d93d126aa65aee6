/** A written and a generated section about authentication are one. */
import { securityBlocks } from '../../openapi/index.ts';
import { linesOutsideFences } from '../../shared/fence.ts';
import { parameterize } from '../../shared/slug.ts';
import type { SourceDocument, SourceFile } from '../../source/document.ts';
import type { PageDescription } from './page-description.ts';

interface OwnSection {
  file: SourceFile;
  id: string;
}

/** The first heading about it in the page's own text: what is generated ends that section. */
export function ownAuthentication({ files }: SourceDocument): OwnSection | undefined {
  for (const file of files)
    for (const { line } of linesOutsideFences(file.text)) {
      const title = /^#{1,3} +((?:api )?(?:authentication|authorization)\b.*)/i.exec(line)?.[1];
      if (title === undefined) continue;
      const own = /\[#([^\]\s]+)\]\s*#*\s*$/.exec(title)?.[1];
      return { file, id: own ?? parameterize(title.replace(/#+\s*$/, '').trim()) };
    }
  return undefined;
}

export function endAuthentication({ file, id }: OwnSection, page: PageDescription): void {
  const nodes = securityBlocks(page.api, page.context);
  if (nodes.length) file.appended = { id, nodes };
}
