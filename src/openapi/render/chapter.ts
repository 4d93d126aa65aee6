/** A chapter with its sections, as hast that enters the pipeline where Slate's and MDX's does. */
import type { ElementContent, Root } from 'hast';
import type { NamedSchema, Operation, Place } from '../model.ts';
import type { Chapter } from '../plan/chapters.ts';
import { type ChapterPart, partsOf } from '../plan/parts.ts';
import { placeOfChapter } from '../plan/places.ts';
import type { RenderContext } from './context.ts';
import { type Content, docsBlocks, h, joined, link } from './hast.ts';
import { operationBlocks } from './operation.ts';
import { prose } from './prose.ts';
import { schemaBlocks } from './schema-section.ts';

/** What `reference.json` says of a section beside its title. */
export interface SectionFacts {
  /** Of the heading; final unless the document takes it elsewhere. */
  id: string;
  level: number;
  title: string;
  kind: 'chapter' | 'operation' | 'webhook' | 'schema';
  method?: string;
  path?: string;
  /** The operationId. */
  operation?: string;
  webhook?: string;
  /** How it is sent. */
  hook?: { method: string; operationId?: string };
  schema?: string;
  deprecated?: true;
  source: { file: string; line: number };
  /** Estimate of its HTML, in characters. */
  size: number;
}

export interface RenderedChapter {
  tree: Root;
  sections: SectionFacts[];
}

/** @returns the chapter's text and its sections in the order of the description */
export const renderChapter = (chapter: Chapter, context: RenderContext): RenderedChapter =>
  inOne(partsOf(chapter).map((part) => renderPart(part, context)));

/** @returns the same of a part of it */
export function renderPart(
  { chapter, opens, operations, schemas }: ChapterPart,
  context: RenderContext,
): RenderedChapter {
  const telling = { ...context, told: new Map() };
  return inOne([
    ...(opens ? [renderOpening(chapter, context)] : []),
    ...operations.map((operation, index) =>
      renderOperation(operation, context, index ? 3 : 2, index > 0),
    ),
    ...schemas.map((schema) => renderSchema(schema, telling, 2)),
  ]);
}

const inOne = (parts: RenderedChapter[]): RenderedChapter => ({
  tree: { type: 'root', children: parts.flatMap(({ tree }) => tree.children) },
  sections: parts.flatMap(({ sections }) => sections),
});

function renderOpening(chapter: Chapter, context: RenderContext): RenderedChapter {
  const place = placeOfChapter(chapter, context.api);
  const { id, title } = chapter;
  const facts = { id, level: 1, title, kind: 'chapter' as const, source: sourceOf(place) };
  return sectionOf(opening(chapter, context, place.line), facts);
}

/** @param isFurther a webhook's second method, which stands within its section */
export const renderOperation = (
  operation: Operation,
  context: RenderContext,
  level: number,
  isFurther = false,
): RenderedChapter =>
  sectionOf(
    operationBlocks(operation, context, level),
    operationFacts(operation, level, isFurther),
  );

export const renderSchema = (
  schema: NamedSchema,
  context: RenderContext,
  level: number,
): RenderedChapter =>
  sectionOf(schemaBlocks(schema, context, level), {
    id: schema.id,
    level,
    title: schema.name,
    kind: 'schema',
    schema: schema.name,
    source: sourceOf(schema.place()),
  });

const sourceOf = ({ file, line }: Place): SectionFacts['source'] => ({ file, line });

const sectionOf = (
  children: ElementContent[],
  facts: Omit<SectionFacts, 'size'>,
): RenderedChapter => ({
  tree: { type: 'root', children },
  sections: [{ ...facts, size: children.reduce((sum, block) => sum + sizeOf(block), 0) }],
});

function opening(
  { id, title, tag, also }: Chapter,
  context: RenderContext,
  line: number,
): ElementContent[] {
  return [
    h('h1', { id, dataLine: line }, title),
    ...prose(tag?.description ?? '', context, 1, line),
    ...docsBlocks(tag?.externalDocs),
    ...(also.length > 0 ? [h('p', {}, 'See also ', ...joined(also.map(linkTo), ', '))] : []),
  ];
}

const linkTo = ({ id, title }: Operation): Content[] => [link(`#${id}`, title)];

function operationFacts(
  operation: Operation,
  level: number,
  isFurther: boolean,
): Omit<SectionFacts, 'size'> {
  const { id, title, kind, method, path, operationId, name, deprecated } = operation;
  return {
    id,
    title,
    level,
    kind: kind === 'webhook' ? 'webhook' : 'operation',
    ...(kind === 'operation' && { method, path }),
    ...(operationId !== undefined && kind === 'operation' && { operation: operationId }),
    ...(kind === 'webhook' && !isFurther && name !== undefined && { webhook: name }),
    ...(kind === 'webhook' &&
      !isFurther && { hook: { method, ...(operationId !== undefined && { operationId }) } }),
    ...(deprecated && { deprecated: true }),
    source: sourceOf(operation.place()),
  };
}

function sizeOf(node: ElementContent): number {
  if (node.type === 'text') return node.value.length;
  if (node.type !== 'element') return 0;
  let size = 2 * node.tagName.length + 5;
  for (const child of node.children) size += sizeOf(child);
  return size;
}
