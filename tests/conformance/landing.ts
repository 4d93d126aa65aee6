/** Whether a link to an id of a heading shows that heading: what a reader sees, asked in the page. */
import type { Page } from 'playwright';

/** An id as an old link names it, and the text of the heading that it was given to. */
export interface OldId {
  id: string;
  title: string;
}

export interface Lost extends OldId {
  why: string;
}

/** Looks at the id that was opened, then steps to the others on the same page. @returns those whose heading is not seen */
export function missesOn(page: Page, ids: OldId[]): Promise<Lost[]> {
  return page.evaluate(async (ids) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // As `compare.py` has it: without the marks of Markdown, and without all that looks like a tag.
    const plain = (text: string) =>
      text
        .replace(/<\/?[A-Za-z][^<>]*>/g, '')
        .replace(/\]\([^)]*\)|https?:\S+|\d+\.(?=\s)/g, '')
        .replace(/[\s`*_[\]()<>\\"'‘’“”|~+-]/g, '')
        .toLowerCase();
    const textOf = (heading: Element) => {
      const copy = heading.cloneNode(true) as Element;
      for (const added of copy.querySelectorAll('[data-generated], script, style')) added.remove();
      return copy.textContent ?? '';
    };
    const headings = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')];
    const headingOf = (target: Element) =>
      target.closest('h1, h2, h3, h4, h5, h6') ??
      headings.find(
        (each) => target.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
    const wrongAt = (id: string, title: string): string | undefined => {
      const target = document.querySelector(':target');
      if (!target || target !== document.getElementById(id)) return 'nothing is there';
      const heading = headingOf(target);
      if (!heading) return 'no heading is there';
      if (plain(textOf(heading)) !== plain(title))
        return `“${textOf(heading).trim().slice(0, 60)}” is there, not “${title}”`;
      const { top, bottom } = heading.getBoundingClientRect();
      if (bottom <= 0 || top >= innerHeight) return `it is not seen (${Math.round(top)} px)`;
      return bottom - top < 1 ? 'it has no height' : undefined;
    };
    const misses: Lost[] = [];
    for (const { id, title } of ids) {
      if (id !== ids[0]!.id) location.hash = `#${encodeURIComponent(id)}`;
      let why: string | undefined;
      // What is laid out only now may move it once more.
      for (let tries = 0; tries < 20; tries++) {
        await frame();
        why = wrongAt(id, title);
        if (!why) break;
      }
      if (why) misses.push({ id, title, why });
    }
    return misses;
  }, ids);
}
