/** What a page places by hand of a description, and how each is made. */
import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { describedOutline } from '../../markup/description-part.ts';
import type { PlacedPiece } from '../../markup/placed.ts';
import {
  chapterCalled,
  chaptersOf,
  operationCalled,
  operationNames,
  partsOf,
  placesOf,
  renderChapter,
  renderOperation,
  renderSchema,
  type Chapter,
  type ChapterPart,
  type NamedSchema,
  type Operation,
  type Part,
  type RenderedChapter,
} from '../../openapi/index.ts';
import { nearest } from '../../shared/nearest.ts';
import type { SourceFile } from '../../source/document.ts';
import type { PageDescription } from './page-description.ts';
import { placementKey, type Placement } from './placements.ts';

export class PlacedParts {
  /** By `placementKey`. */
  readonly pieces = new Map<string, PlacedPiece>();
  /** Notes in MDX, which are rendered before the pieces are made. */
  readonly notes: SourceFile[] = [];
  /** Operations and schemas that are placed each by itself. */
  readonly singles = new Set<Operation | NamedSchema>();
  readonly #chapters = new Set<string>();
  readonly #page: PageDescription;

  /** What is not there is reported. */
  constructor(page: PageDescription, placements: readonly Placement[], report: Report) {
    this.#page = page;
    const { api, read } = page;
    const titles = page.labels;
    const all = chaptersOf(api, read.uses!, { titles });
    const first = new Map<unknown, Placement>();
    const parts = placements.flatMap((placement) => {
      const part = partOf(page, placement, all);
      const other = part && first.get(part.value);
      if (!part) {
        report(unknown(page, placement, all));
        this.pieces.set(placementKey(placement), toldPiece(placement));
      } else if (other) report(twice(placement, other));
      else first.set(part.value, placement);
      return part && !other ? [{ placement, part }] : [];
    });
    for (const { part } of parts)
      if (part.kind === 'tag') this.#chapters.add(part.value.id);
      else this.singles.add(part.value);
    for (const { part } of parts) for (const one of membersOf(part)) page.only?.add(one);
    const rest = chaptersOf(api, read.uses!, { placed: this.singles, titles });
    for (const { part, placement } of parts) {
      const own =
        part.kind === 'tag'
          ? { ...part, value: rest.find(({ id }) => id === part.value.id) ?? part.value }
          : part;
      this.#add(placement, own);
    }
  }

  /** The chapters that are still to be generated. */
  without = (chapters: Chapter[]): Chapter[] =>
    chapters.filter(({ id }) => !this.#chapters.has(id));

  #add(placement: Placement, part: Part): void {
    const page = this.#page;
    const operations = operationsOf(part);
    const notes = operations.flatMap((operation) => page.noteOf(operation) ?? []);
    this.notes.push(...notes.filter(({ dialect }) => dialect === 'mdx'));
    const level = placement.level || 2;
    const render = () => rendered(part, page, level);
    let outline: PlacedPiece['outline'] | undefined;
    this.pieces.set(placementKey(placement), {
      at: placement,
      get outline() {
        if (outline) return outline;
        const made = render();
        const group = part.kind === 'tag' ? part.value.group : undefined;
        return (outline = describedOutline(made.tree, {
          sections: made.sections,
          ...(group && { group }),
        }));
      },
      key: () => `${page.key} ${level} ${this.#keyOf(part)} ${page.keyOfNotes(notes)}`,
      make: () => {
        const { tree, sections } = render();
        describedOutline(tree, { sections });
        return { children: linesNamed(tree, sections), diagnostics: page.takeFound() };
      },
    });
  }

  #keyOf(part: Part): string {
    const { api, fingerprints } = this.#page;
    return chapterParts(part)
      .map((one) => {
        // Its lines go into the page that it is placed in.
        const lines = [...placesOf(one, api).values()].map(({ line }) => line);
        return `${fingerprints.ofPart(one)} ${lines.join(' ')}`;
      })
      .join(' ');
  }
}

/** The same as parts of a chapter, be it of one that is not there. */
function chapterParts(part: Part): ChapterPart[] {
  if (part.kind === 'tag') return partsOf(part.value);
  const [operations, schemas] = part.kind === 'operation' ? [[part.value], []] : [[], [part.value]];
  const chapter: Chapter = { id: '', kind: 'tag', title: '', also: [], operations, schemas };
  return [{ chapter, opens: false, operations, schemas }];
}

/** Stands for what is not there, so that it is told once. */
export const toldPiece = (at: Placement): PlacedPiece => ({
  at,
  isTold: true,
  outline: [],
  key: () => '',
  make: () => ({ children: [], diagnostics: [] }),
});

const membersOf = (part: Part): (Operation | NamedSchema)[] =>
  part.kind === 'tag' ? [...part.value.operations, ...part.value.schemas] : [part.value];

const operationsOf = (part: Part): Operation[] =>
  part.kind === 'operation' ? [part.value] : part.kind === 'tag' ? part.value.operations : [];

function partOf(
  { api }: PageDescription,
  { kind, name }: Placement,
  chapters: Chapter[],
): Part | undefined {
  if (kind === 'operation') {
    const value = operationCalled(api, name);
    return value && { kind, value };
  }
  if (kind === 'tag') {
    const value = chapterCalled(chapters, name);
    return value && { kind, value };
  }
  const value = api.schemas.find((one) => one.name === name || one.id === name);
  return value && { kind, value };
}

/** @returns its section or sections, with a mark where the author's words go */
function rendered(part: Part, { context }: PageDescription, level: number): RenderedChapter {
  if (part.kind === 'tag') return renderChapter(part.value, context);
  if (part.kind === 'schema') return renderSchema(part.value, context, level);
  const mark: Element = {
    type: 'element',
    tagName: 'div',
    properties: { dataWords: '' },
    children: [],
  };
  const notes = (operation: Operation) => [...(context.notes?.(operation) ?? []), mark];
  return renderOperation(part.value, { ...context, notes }, level);
}

/** Every line names its section's place, by which headings find theirs in the page's outline. */
function linesNamed(tree: RenderedChapter['tree'], sections: RenderedChapter['sections']) {
  const places = new Map(sections.map(({ id, source }) => [id, source]));
  let place = sections[0]?.source;
  visit(tree, 'element', ({ properties }: Element) => {
    place = places.get(String(properties.id)) ?? place;
    const isNote = String(properties.dataLine).includes(':');
    if (properties.dataLine !== undefined && place && !isNote)
      properties.dataLine = `${place.file}:${place.line}`;
  });
  return tree.children as ElementContent[];
}

function twice({ name, file, line, column }: Placement, other: Placement) {
  return {
    kind: 'openapi-placed' as const,
    ...{ file, line, column },
    message: `“${name}” stands on this page already, at ${other.file}:${other.line}`,
    hint: 'take one of the two out, and link to the other',
  };
}

function unknown({ api, file: of }: PageDescription, placement: Placement, chapters: Chapter[]) {
  const { kind, name, file, line, column } = placement;
  const known = {
    operation: () => operationNames(api),
    schema: () => api.schemas.map((one) => one.name),
    tag: () => chapters.map(({ tag, title }) => tag?.name ?? title),
  }[kind]();
  const near = nearest(name, known);
  const few = known.slice(0, 5).join(', ') + (known.length > 5 ? ' …' : '');
  return {
    kind: 'openapi-operation-unknown' as const,
    ...{ file, line, column },
    message: `${of} has no ${kind} “${name}”`,
    hint: near
      ? `did you mean ${near}?`
      : known.length
        ? `name one that it has: ${few}`
        : `it has none; take this out`,
  };
}
