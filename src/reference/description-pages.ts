/** The pages of a document with a description: a chapter each, or parts of one that is too large. */
import type { OutlineHeading } from '../markup/fragment.ts';
import type { PlannedChapter } from '../openapi/index.ts';
// Not by the room's index, which loads all that reads descriptions.
import { MAX_PAGE_BYTES, planPages } from '../openapi/plan/pages.ts';

/** [file, index in its outline] of a heading. */
type Place = [file: number, index: number];

export interface DescriptionPage {
  /** Id of the heading it begins with, or the chapter's with what tells the part apart. */
  id: string;
  title: string;
  /** Where the text goes on to this page: after each of these headings it stays there. */
  headings: Place[];
  /** Its name within the chapter, where it holds only a part of that. */
  part?: string;
}

/** Bytes of HTML beyond which nobody reads a whole reference on one page. */
const MAX_WHOLE_BYTES = 20_000_000;

/**
 * @param ids of the headings, file by file
 * @returns nothing where no heading is a description's chapter
 */
export function descriptionPages(outlines: OutlineHeading[][], ids: string[][]): DescriptionPage[] {
  const chapters: PlannedChapter[] = [];
  const places = new Map<string, Place>();
  /** Undefined where the author's own text goes on. */
  let chapter: PlannedChapter | undefined;
  /** Adds to the section before: what stands a level below it is part of it. */
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
          ...(endpoint && { path: endpoint.path, method: endpoint.method }),
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

/** On one page sections pack better than each alone: to a third or a half, long prose to four fifths. */
const MAX_SINGLE_BYTES = 1.5 * MAX_PAGE_BYTES;

/** Whether the descriptions of a document are too large for one page, however few operations. */
export const isTooLarge = (outlines: OutlineHeading[][]): boolean =>
  outlines.flat().reduce((sum, { described }) => sum + (described?.bytes.gzipped ?? 0), 0) >
  MAX_SINGLE_BYTES;

/** Whether the whole of it on one page is of use to anyone. */
export const fitsOnePage = (outlines: OutlineHeading[][]): boolean =>
  outlines.flat().reduce((sum, { described }) => sum + (described?.bytes.html ?? 0), 0) <=
  MAX_WHOLE_BYTES;
