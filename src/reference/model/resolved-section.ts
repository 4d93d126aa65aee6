/**
 * A section whose placeholders are filled when its HTML is asked for: a page is rendered once, and
 * the text of ten thousand pages is not held twice.
 */
import { fillPlaceholders, type PlaceholderKind } from '../../markup/placeholder.ts';
import { escapeAttribute as escape } from '../../shared/html.ts';
import { markdownUrl } from '../../markup/markdown-export/markdown-url.ts';
import type { Fragment, OutlineHeading, Row, RowLayout } from '../../markup/fragment.ts';
import type { Section } from './section.ts';

/** Fills the placeholders of one file's rows for one page. */
export interface PlaceholderFiller {
  id(index: number): string | undefined;
  /** Where a link leads, as it is. */
  url(index: number): string;
  /** The same ready for the attribute, escaped; an image's may carry its size behind it. */
  link(kind: PlaceholderKind, index: number): string;
}

export class ResolvedSection implements Section {
  readonly children: Section[] = [];
  readonly id: string;
  readonly fragment: Fragment;
  readonly #row: Row;
  readonly heading: OutlineHeading | undefined;
  readonly #filler: PlaceholderFiller;

  constructor(fragment: Fragment, row: Row, id: string, filler: PlaceholderFiller) {
    this.fragment = fragment;
    this.#row = row;
    this.id = id;
    this.heading = fragment.outline[row.heading];
    this.#filler = filler;
  }

  get level() {
    return this.heading?.level ?? 0;
  }
  get title() {
    return this.heading?.title ?? '';
  }
  get endpoint() {
    return this.heading?.endpoint;
  }
  get described() {
    return this.heading?.described;
  }
  get prose() {
    return this.#row.prose;
  }
  get code() {
    return this.#row.code;
  }
  get languages() {
    return this.#row.languages;
  }
  get specific() {
    return this.#row.specific;
  }
  get captions() {
    return this.#row.captions;
  }
  get tryIt() {
    return this.#row.tryIt;
  }
  get source() {
    return { file: this.heading?.file ?? this.fragment.file, line: this.heading?.line ?? 1 };
  }

  get symbols() {
    return this.#row.symbols.map(({ id, ...symbol }) => ({
      ...symbol,
      id: (id === undefined ? undefined : this.#filler.id(id)) ?? this.id,
    }));
  }

  get row(): RowLayout {
    const { level, parts, bare, hasTop } = this.#row;
    const filled = (html: string) => this.#filled(html);
    return {
      level,
      get parts() {
        return parts.map((part) => ({
          ...part,
          prose: filled(part.prose),
          code: filled(part.code),
        }));
      },
      ...(bare && { bare }),
      ...(hasTop && { hasTop }),
    };
  }

  #filled(html: string): string {
    return html
      .replace(/ (id|name)="\uFDD0i(\d+)\uFDD1"/g, (_, attribute: string, index: string) => {
        const id = this.#filler.id(Number(index));
        return id === undefined ? '' : ` ${attribute}="${escape(id)}"`;
      })
      .replace(/\uFDD0([lm])(\d+)\uFDD1/g, (_, kind: PlaceholderKind, index: string) =>
        this.#filler.link(kind, Number(index)),
      );
  }

  markdown(urlOf = (url: string): string => url): string {
    return fillPlaceholders(this.#row.markdown, (kind, index) =>
      kind === 'i' ? (this.#filler.id(index) ?? '') : markdownUrl(urlOf(this.#filler.url(index))),
    );
  }
}
