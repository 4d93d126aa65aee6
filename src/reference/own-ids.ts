/** Ids that authors gave themselves must not stand twice in a document: links to the second would lead to the first. */
import type { OutlineHeading } from '../markup/fragment.ts';
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/document.ts';

/** Reports both places of each; within one MDX file its own steps have told it already. */
export function checkOwnIds(outlines: OutlineHeading[][], files: SourceFile[], report: Report): void {
  const first = new Map<string, { heading: OutlineHeading; file: string }>();
  outlines.forEach((outline, index) => {
    for (const heading of outline) {
      if (!heading.explicit) continue;
      const file = heading.file ?? files[index]!.file;
      const other = first.get(heading.id);
      if (!other) first.set(heading.id, { heading, file });
      else if (other.file !== file || files[index]!.dialect !== 'mdx')
        report({ kind: 'id-twice', file, line: heading.line, message: `the id “${heading.id}” is already that of the heading “${other.heading.title}” in ${other.file}:${other.heading.line}`, mend: 'give one of the two another id' });
    }
  });
}
