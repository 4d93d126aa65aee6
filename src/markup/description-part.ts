/**
 * A part of a description as a fragment: what the description says of its sections goes into the
 * outline, which the text alone would tell only in part.
 */
import { gzipSync } from 'node:zlib';
import type { Root } from 'hast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SectionFacts, SectionPlaces } from '../openapi/index.ts';
import type { Fragment, OutlineHeading, WrittenLink } from './fragment.ts';
import { outlineOf } from './headings/headings.ts';

/** A chapter, or what stands before the first one. */
export interface DescriptionPart {
  /** Lines of other files than the description name theirs: `includes/openapi/addPet.md:3`. */
  tree: Root;
  sections: SectionFacts[];
  /** The group of the contents that it stands in. */
  group?: string;
  /** What was found while it was made. */
  diagnostics: Diagnostic[];
}

/** A part that is made where no cache has it. */
export interface DescribedPart {
  /** Changes with all that it is made of, but for its places. */
  key(): string;
  places(): PartPlaces;
  make(): DescriptionPart;
}

/**
 * A part's headings as an outline. Sizes are estimates.
 * @param tree is changed: headings name their index
 */
export function describedOutline(
  tree: Root,
  { sections, group }: Pick<DescriptionPart, 'sections' | 'group'>,
): OutlineHeading[] {
  const byId = new Map(sections.map((facts) => [facts.id, facts]));
  const outline = outlineOf(tree);
  let place: SectionFacts['source'] | undefined;
  for (const heading of outline) {
    const facts = heading.explicit ? byId.get(heading.id) : undefined;
    if (facts) {
      place = facts.source;
      describe(heading, facts, group);
      heading.described!.bytes = { html: facts.size * 2, gzipped: Math.round(facts.size / 4) };
    }
    Object.assign(heading, place);
  }
  return outline;
}

/** Changes the fragment of a part's tree. */
export function describeFragment(
  fragment: Fragment,
  { sections, group, diagnostics }: Omit<DescriptionPart, 'tree'>,
): void {
  const byId = new Map(sections.map((facts) => [facts.id, facts]));
  const named: number[] = [];
  fragment.outline.forEach((heading, index) => {
    const facts = heading.explicit ? byId.get(heading.id) : undefined;
    if (facts) {
      describe(heading, facts, group);
      named.push(index);
    }
    // An operation that a text only mentions is not the section's.
    else delete heading.endpoint;
  });
  measure(fragment, named);
  fragment.diagnostics.push(...diagnostics);
}

/** Where a part's text stands in the description. */
export interface PartPlaces {
  /** Line of what stands before the first section. */
  line: number;
  sections: SectionPlaces;
}

/**
 * The fragment of a part with its lines: the place of a section holds for all that stands in it.
 * They are no part of what is kept, so that a line more in a description changes none of that.
 */
export function placeFragment(fragment: Fragment, { line, sections }: PartPlaces): Fragment {
  let place: { file?: string; line: number } = { line: 0 };
  const outline = fragment.outline.map((heading): OutlineHeading => {
    const own = heading.explicit ? sections.get(heading.id) : undefined;
    if (own) place = { file: own.file, line: own.line };
    return { ...heading, ...place };
  });
  const placeOf = ({ heading, line: written }: WrittenLink) => {
    const { file, line: at = 0 } = outline[heading] ?? {};
    return file === undefined ? { line: written && line } : { file, line: at };
  };
  // One of the owner's words has its own.
  const links = fragment.links.map((link) =>
    link.file === undefined ? { ...link, ...placeOf(link) } : link,
  );
  return { ...fragment, outline, links };
}

/** Changes with every line of a part, in short enough a text to be kept with what was found in it. */
export const linesOf = ({ line, sections }: PartPlaces): string =>
  [line, ...[...sections.values()].map((place) => place.line)].join(' ');

function describe(heading: OutlineHeading, facts: SectionFacts, group: string | undefined): void {
  const { kind, method, path, operation, webhook, hook, schema, deprecated } = facts;
  if (method !== undefined && path !== undefined)
    heading.endpoint = { method, path, ...(deprecated && { deprecated }) };
  else delete heading.endpoint;
  heading.described = {
    kind,
    ...(operation !== undefined && { operation }),
    ...(webhook !== undefined && { webhook }),
    ...(hook && { hook }),
    ...(schema !== undefined && { schema }),
    ...(group !== undefined && kind === 'chapter' && { group }),
    bytes: { html: 0, gzipped: 0 },
  };
}

/** Bytes of each section up to the next one that the description names. */
function measure({ outline, rows }: Fragment, named: number[]): void {
  let at = 0;
  for (const [index, from] of named.entries()) {
    const to = named[index + 1] ?? outline.length;
    let html = '';
    while (rows[at] && rows[at]!.heading < from) at++;
    for (; rows[at] && rows[at]!.heading < to; at++)
      for (const { prose, code } of rows[at]!.parts) html += prose + code;
    outline[from]!.described!.bytes = {
      html: Buffer.byteLength(html),
      gzipped: gzipSync(html, { level: 1 }).length,
    };
  }
}
