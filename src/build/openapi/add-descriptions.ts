/** The descriptions of a site: those that its pages name, or the one that is its only source. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Finding, Report } from '../../diagnostics/diagnostic.ts';
import type { PlacedPiece } from '../../markup/placed.ts';
import { readDescription } from '../../openapi/index.ts';
import { nearest } from '../../shared/nearest.ts';
import type { SourceDocument, SourceFile } from '../../source/document.ts';
import type { Content } from '../../source/read-content.ts';
import { endAuthentication, ownAuthentication } from './authentication.ts';
import { checkOptions } from './check-options.ts';
import { completeTabs, describeDocument, type DescribedFile } from './described.ts';
import type { Descriptions } from './descriptions.ts';
import { Notes } from './notes.ts';
import { onlyDescription } from './only-description.ts';
import { descriptionOptions, type DescriptionOptions } from './options.ts';
import { PageDescription } from './page-description.ts';
import { PlacedParts, toldPiece } from './placed-parts.ts';
import { placementKey, placementsIn, type Placement } from './placements.ts';
import { relativePath, isWithin } from '../../shared/files/paths.ts';

export interface Described {
  /** How each file is made that a description gave its document. */
  files: Map<SourceFile, DescribedFile>;
  /** What MDX files place of descriptions, by the file of the document and `placementKey`. */
  placed: Map<string, Map<string, PlacedPiece>>;
  /** Notes in MDX, with the document that they were found for first. */
  noteFiles: Map<string, SourceDocument>;
  /** Undefined where the site has no description. */
  notes?: Notes;
  /** Descriptions to download that are no file as they stand: path below the root → text. */
  downloads: Map<string, string>;
  /** Absolute paths of all that was read. */
  read: Set<string>;
}

export interface AddOptions {
  /** Keeps those that were read before. */
  descriptions: Descriptions;
  /** The description that is the site, relative to the folder. */
  given?: string | undefined;
  /** Components of MDX without an import, by name. */
  components: ReadonlyMap<string, string>;
  report: Report;
}

/** Adds their files to the documents that name descriptions, and takes them from the assets. */
export function addDescriptions(content: Content, options: AddOptions): Described {
  const { descriptions, given, report, components } = options;
  const { folder, documents } = content;
  const { root } = folder;
  const notes = new Notes(folder, report);
  const described: Described = {
    files: new Map(),
    placed: new Map(),
    noteFiles: new Map(),
    notes,
    downloads: new Map(),
    read: new Set(),
  };
  const isBare = documents.length === 0 && folder.pages.length === 0;
  const only = given ?? (isBare ? onlyDescription(folder.assets, root) : undefined);
  if (only) documents.push(documentOf(only, content));
  const isOurs = (name: string) => !components.get(name)?.startsWith(root + path.sep);
  for (const document of documents) {
    const own =
      document.file === only
        ? { written: only, file: path.join(root, only), overlays: [] }
        : descriptionOptions(root, document.file, document.frontMatter);
    const placements = document.files.flatMap((file) => placementsIn(file, isOurs));
    const places = new Map<string, PlacedPiece>();
    const isMissing = own && !isThere(own, document, content, report);
    for (const of of new Set([...(own ? [''] : []), ...placements.map((one) => one.of)])) {
      const written = placements.filter((one) => one.of === of);
      const named = of ? descriptionOptions(root, document.file, { openapi: of }) : own;
      for (const one of written) places.set(placementKey(one), toldPiece(one));
      if (!named) written.forEach((one) => report(nameless(one)));
      if (!named || (of ? !isThere(named, document, content, report, written[0]) : isMissing))
        continue;
      const read = descriptions.open(readDescription, named.file, {
        root,
        nearest: nearestName(),
        overlays: named.overlays,
      });
      for (const file of read.files) described.read.add(file);
      if (!read.api) {
        read.findings.forEach(report);
        continue;
      }
      const section = of ? undefined : ownAuthentication(document);
      const page = new PageDescription(document, read, named, {
        root,
        notes,
        words: content.frontMatter.words,
        authentication: section?.id,
        isPartial: of !== '',
      });
      if (!of) checkOptions(document, read.api, named, { report, placeOf: content.placeOf });
      const parts = new PlacedParts(page, written, report);
      for (const piece of parts.pieces) places.set(...piece);
      for (const note of parts.notes) described.noteFiles.set(note.file, document);
      if (of) completeTabs(document, read.api);
      else
        for (const [file, one] of describeDocument(document, page, named, {
          placed: parts,
          report,
        })) {
          described.files.set(file, one);
          for (const note of one.notes) described.noteFiles.set(note.file, document);
        }
      if (section) endAuthentication(section, page);
      notes.offer(read.api);
      const name = relativePath(root, named.file);
      const text = read.bundle();
      if (text !== undefined) described.downloads.set(name, text);
    }
    if (places.size) described.placed.set(document.file, places);
  }
  notes.tellUnused();
  // Of a description in many files the whole is offered, not each.
  folder.assets = folder.assets.filter((asset) => !described.downloads.has(asset));
  return described;
}

const nameless = ({ kind, file, line, column }: Placement): Finding => ({
  kind: 'openapi-ref-missing',
  severity: 'error',
  ...{ file, line, column },
  message: `this page names no description that the ${kind} could be of`,
  hint: 'add `openapi: ./openapi.yaml` to its front matter, or write of="./openapi.yaml"',
});

/** A document that no page file stands for. */
function documentOf(file: string, content: Content): SourceDocument {
  // With what the config file says of every page.
  const { frontMatter } = content;
  return { file, url: '/', listed: true, frontMatter, files: [] };
}

function isThere(
  { file, written }: DescriptionOptions,
  document: SourceDocument,
  content: Content,
  report: Report,
  by?: Placement,
): boolean {
  const { root, assets } = content.folder;
  const place = by
    ? { file: by.file, line: by.line, column: by.column }
    : content.placeOf(document.file, 'openapi', written);
  // The key of a Slate source may be another tool's.
  const severity: 'error' | 'warning' = place.file.endsWith('.mdx') ? 'error' : 'warning';
  const at = { ...place, severity };
  if (!isWithin(file, root)) {
    report({
      ...at,
      kind: 'openapi-ref-outside',
      message: `the description “${written}” lies outside the content folder`,
      hint: 'move it into the folder',
    });
    return false;
  }
  if (existsSync(file)) return true;
  const near = nearest(
    path.basename(file),
    assets.filter((asset) => /\.(?:ya?ml|json)$/i.test(asset)),
  );
  report({
    ...at,
    kind: 'openapi-ref-missing',
    message: `the description “${written}” is not there`,
    hint: near
      ? `did you mean ${near}?`
      : 'give its path, relative to this file: `openapi: ./openapi.yaml`',
  });
  return false;
}

/** The nearest name, as the room of descriptions asks for it: of each operation for the same few. */
function nearestName(): (name: string, known: readonly string[]) => string | undefined {
  const asked = new Map<string, string | undefined>();
  return (name, known) => {
    const question = `${name} ${known.join(' ')}`;
    if (!asked.has(question)) asked.set(question, nearest(name, known));
    return asked.get(question);
  };
}
