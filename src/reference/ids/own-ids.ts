/** An author's own id must not stand twice: links to the second would lead to the first. */
import type { OutlineHeading } from '../../markup/fragment.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/document.ts';

/**
 * Reports both places of each; within one MDX file its own steps have told it already. A
 * description's ids are made, each once, and give way.
 */
export function checkOwnIds(
  outlines: OutlineHeading[][],
  files: SourceFile[],
  report: Report,
): void {
  const first = new Map<string, { heading: OutlineHeading; file: string }>();
  outlines.forEach((outline, index) => {
    if (files[index]!.dialect === 'openapi') return;
    for (const heading of outline) {
      if (!heading.explicit) continue;
      const file = heading.file ?? files[index]!.file;
      const other = first.get(heading.id);
      if (!other) first.set(heading.id, { heading, file });
      else if (other.file !== file || files[index]!.dialect !== 'mdx')
        report({
          kind: 'id-twice',
          file,
          line: heading.line,
          message:
            `the id “${heading.id}” is already used by the heading “${other.heading.title}” ` +
            `in ${other.file}:${other.heading.line}`,
          hint: 'give one of the two another id',
        });
    }
  });
}

/**
 * Tells of headings whose id was taken: links to it land on the first of their name.
 * @param given final ids, file by file
 */
export function tellRenamed(
  outlines: OutlineHeading[][],
  given: string[][],
  files: SourceFile[],
  report: Report,
): void {
  outlines.forEach((outline, file) =>
    outline.forEach(({ id, explicit, title, line, file: from }, index) => {
      const own = given[file]![index]!;
      if (!explicit && own !== id && files[file]!.dialect !== 'openapi')
        report({
          kind: 'id-renamed',
          file: from ?? files[file]!.file,
          line,
          message: `the id “${id}” of “${title}” is already used, so its id is “${own}”`,
          hint: 'give the heading an id of its own: [#my-id]',
        });
    }),
  );
}
