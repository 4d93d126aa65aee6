/** The descriptions of a site: those that its pages name, or the one that is its only source. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../shared/nearest.ts';
import type { SourceDocument, SourceFile } from '../../source/document.ts';
import { lineOfKeys } from '../../source/front-matter/positions.ts';
import type { Content } from '../../source/read-content.ts';
import { describeDocument, nearestName, type DescribedFile } from './described.ts';
import type { Descriptions } from './descriptions.ts';
import { onlyDescription } from './only-description.ts';
import { descriptionOptions, type DescriptionOptions } from './options.ts';

export interface Described {
  /** How each file is made that a description gave its document. */
  files: Map<SourceFile, DescribedFile>;
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
  report: Report;
}

/** Adds their files to the documents that name descriptions, and takes them from the assets. */
export function addDescriptions(
  content: Content,
  { descriptions, given, report }: AddOptions,
): Described {
  const { folder, documents } = content;
  const { root } = folder;
  const described: Described = { files: new Map(), downloads: new Map(), read: new Set() };
  const isBare = documents.length === 0 && folder.pages.length === 0;
  const only = given ?? (isBare ? onlyDescription(folder.assets, root) : undefined);
  if (only) documents.push(documentOf(only, content));
  for (const document of documents) {
    const options =
      document.file === only
        ? { written: only, file: path.join(root, only), overlays: [] }
        : descriptionOptions(root, document.file, document.frontMatter);
    if (!options || !isThere(options, document, content, report)) continue;
    const read = descriptions.open(options.file, {
      root,
      nearest: nearestName,
      overlays: options.overlays,
    });
    for (const one of describeDocument(document, read, options, { root, report }))
      described.files.set(...one);
    for (const file of read.files) described.read.add(file);
    const name = path.relative(root, options.file).replaceAll(path.sep, '/');
    const text = read.bundle();
    if (text !== undefined) described.downloads.set(name, text);
  }
  // Of a description in many files the whole is offered, not each.
  folder.assets = folder.assets.filter((asset) => !described.downloads.has(asset));
  return described;
}

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
): boolean {
  const { root, assets } = content.folder;
  const at = {
    file: document.file,
    line: lineOfKeys(content)(document.file, 'openapi', written),
    // The key of a Slate source may be another tool's.
    severity: document.file.endsWith('.mdx') ? ('error' as const) : ('warning' as const),
  };
  if (!`${file}${path.sep}`.startsWith(root + path.sep)) {
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
