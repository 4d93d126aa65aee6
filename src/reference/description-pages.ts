/** The pages of a document with a description: a chapter each, or parts of a large one. */
import type { OutlineHeading } from '../markup/fragment.ts';
import { planPages, type PlannedChapter } from '../openapi/index.ts';

/** Indexes: file, heading. */
type Place = [file: number, index: number];

export interface DescriptionPage {
  /** Of the heading it begins with, or the chapter's with the part's. */
  id: string;
  title: string;
  /** The text goes on to this page, after each of them. */
  headings: Place[];
  /** Within the chapter, of a part. */
  part?: string;
}

/** Nobody reads a larger reference on one page. */
const MAX_WHOLE_BYTES = 10_000_000;

/** Nothing where no heading is a description's chapter. @param ids of headings, file by file */
export function descriptionPages(outlines: OutlineHeading[][], ids: string[][]): DescriptionPage[] {
  const chapters: PlannedChapter[] = [];
  const places = new Map<string, Place>();
  /** Undefined where the author's own text goes on. */
  let chapter: PlannedChapter | undefined;
  /** What stands a level below a section is part of it. */
  let grow = (_: number): void => {};
  outlines.forEach((outline, file) =>
    outline.forEach((heading, index) => {
      const { described, endpoint, title, level } = heading;
      if (!described) {
        if (level === 1) chapter = undefined;
        return;
      }
      const id = ids[file]![index]!;
      const size = described.bytes.gzipped;
      if (described.kind === 'chapter') {
        places.set(id, [file, index]);
        chapters.push((chapter = { id, title, size, sections: [] }));
      } else if (level > 2) grow(size);
      else {
        places.set(id, [file, index]);
        const { webhook, schema } = described;
        const section = {
          id,
          title,
          size,
          ...(endpoint && { path: endpoint.path }),
          ...(webhook !== undefined && { webhook }),
          ...(schema !== undefined && { schema }),
        };
        grow = (more) => void (section.size += more);
        chapter?.sections.push(section);
      }
    }),
  );
  const pages = planPages(chapters);
  const titles = new Map(chapters.map((chapter) => [chapter.id, chapter.title]));
  const isSplit = new Set(
    pages.filter(({ id, chapter }) => id !== chapter).map(({ chapter }) => chapter),
  );
  return pages.map(({ id, title, chapter, sections }) => ({
    id,
    title,
    ...(id !== chapter && { part: title.replace(`${titles.get(chapter)}: `, '') }),
    headings: [...(id === chapter ? [chapter] : []), ...(isSplit.has(chapter) ? sections : [])].map(
      (heading) => places.get(heading)!,
    ),
  }));
}

/** Whether one page of it all is of use. */
export const fitsOnePage = (outlines: OutlineHeading[][]): boolean =>
  outlines.flat().reduce((sum, { described }) => sum + (described?.bytes.html ?? 0), 0) <=
  MAX_WHOLE_BYTES;
