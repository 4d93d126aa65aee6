/**
 * Answers: success first, each with its attributes or a link; examples as fences that bear the
 * status.
 */
import type { Element, ElementContent } from 'hast';
import type { Link, MediaType, Operation, Response, Parameter } from '../model.ts';
import { decode } from '../../shared/decode.ts';
import { paragraphs } from '../../shared/hast/inline-runs.ts';
import type { RenderContext } from './context.ts';
import {
  type ExampleText,
  exampleTexts,
  hasExample,
  MAX_MADE_UP,
} from '../example/example-text.ts';
import {
  type Content,
  code,
  codes,
  contentOf,
  fence,
  h,
  joined,
  label,
  link,
  metaText,
  tabs,
} from './hast.ts';
import { mediaLabel, mediaName } from './media-name.ts';
import { headerTable } from './parameters.ts';
import { cellProse } from './prose.ts';
import type { Root, SchemaPlan } from './row-plan.ts';
import type { RowNames } from './rows.ts';
import { signature } from './same-schema.ts';
import { schemaBlock } from './schema-block.ts';
import { typeWords } from './type-words.ts';

/** Media types of one answer that say the same are told once. */
export interface MediaGroup {
  types: string[];
  media: MediaType;
}

export function grouped(all: MediaType[]): MediaGroup[] {
  const [only] = all;
  if (only && all.length === 1) return [{ types: [only.type], media: only }];
  const groups = new Map<string, MediaGroup>();
  for (const media of all) {
    const { type, schema, itemSchema } = media;
    const key = schema ? signature(schema) : itemSchema ? `item ${signature(itemSchema)}` : type;
    const same = groups.get(key);
    if (same) same.types.push(type);
    else groups.set(key, { types: [type], media });
  }
  return [...groups.values()];
}

const isSuccess = (status: string): boolean => /^[123]/.test(status);

/** Success first, then errors, then `default`; else as written. */
export function ordered(responses: Response[]): Response[] {
  const rank = ({ status }: Response): number =>
    isSuccess(status) ? 0 : status === 'default' ? 2 : 1;
  return [...responses].sort((one, other) => rank(one) - rank(other));
}

/** Schemas of answers, in the order in which `responseBlocks` takes their plans. */
export function responseRoots(responses: Response[]): Root[] {
  const hasSuccess = responses.some(({ status }) => isSuccess(status));
  return ordered(responses).flatMap(({ status, media }) =>
    schemaRoots(grouped(media), {
      direction: 'response',
      isBrief: !isSuccess(status) && hasSuccess,
    }),
  );
}

/** What is told of a body or an answer: its schemas, or those of what it is a stream of. */
export const schemaRoots = (groups: MediaGroup[], more: Omit<Root, 'schema'>): Root[] =>
  groups.flatMap(({ media }) => {
    const schema = media.schema ?? media.itemSchema;
    return schema ? [{ schema, ...more }] : [];
  });

/** @param plans of `responseRoots`, in that order */
export function responseBlocks(
  operation: Operation,
  plans: SchemaPlan[],
  names: RowNames,
  context: RenderContext,
): ElementContent[] {
  if (operation.responses.length === 0) return [];
  const rest = [...plans];
  const blocks: ElementContent[] = [label(context.labels.responses)];
  const told = new Set<string>();
  let list: Element | undefined;
  for (const response of ordered(operation.responses)) {
    const own = grouped(response.media).map((group) => ({
      group,
      plan: (group.media.schema ?? group.media.itemSchema) ? rest.shift() : undefined,
    }));
    const place = response.status.toLowerCase();
    const details = mediaDetails(own, { place, names }, context);
    const fresh = response.headers.filter((header) => !told.has(headerKey(header)));
    const known = response.headers.filter((header) => told.has(headerKey(header)));
    for (const header of fresh) told.add(headerKey(header));
    if (fresh.length > 0)
      details.push(
        h('p', {}, 'Headers of ', code(response.status)),
        headerTable(fresh, place, context, names),
      );
    details.push(...linkBlocks(response.links, context));
    const line = responseLine(
      response,
      own.map(({ group }) => group),
      known,
      context,
    );
    // Answers of a line each are one list.
    if (details.length === 0) {
      if (!list) blocks.push((list = h('ul', {})));
      list.children.push(h('li', {}, ...line));
    } else {
      list = undefined;
      blocks.push(
        ...(line.some(isBlockContent) ? paragraphs(line) : [h('p', {}, ...line)]),
        ...details,
      );
    }
  }
  return blocks;
}

/** Headers that say the same are told once an operation, and named from then on. */
const headerKey = ({ name, description, required, schema }: Parameter): string =>
  [name, description, required, schema?.key].join('\n');

const isBlockContent = (node: ElementContent): boolean =>
  node.type === 'element' && /^(?:p|ul|ol|pre|table|blockquote|details|div)$/.test(node.tagName);

function responseLine(
  { status, summary, description }: Response,
  groups: MediaGroup[],
  headers: Parameter[],
  context: RenderContext,
): ElementContent[] {
  const text =
    summary && description && summary !== description
      ? `${summary}\n\n${description}`
      : description || summary;
  const about = cellProse(text, context);
  const pieces = groups.map((group): Content[] => mediaWords(group, context));
  if (headers.length > 0)
    pieces.push([
      headers.length > 1 ? 'headers ' : 'header ',
      ...codes(
        headers.map(({ name }) => name),
        ', ',
      ),
    ]);
  const line = [h('strong', {}, code(status)), about.length > 0 && ' ', ...about];
  if (pieces.length === 0) return contentOf(...line);
  return about.some(isBlockContent)
    ? contentOf(...line, h('p', {}, ...joined(pieces, '; ')))
    : contentOf(...line, ' – ', ...joined(pieces, '; '));
}

/** `array of Pet as application/json or application/xml`. */
export function mediaWords({ types, media }: MediaGroup, context: RenderContext): Content[] {
  const { schema, itemSchema } = media;
  const words = schema
    ? typeWords(schema, context)
    : itemSchema
      ? ['stream of ', ...typeWords(itemSchema, context)]
      : [];
  return [...words, words.length > 0 && ' as ', ...codes(types, ' or ')];
}

/** Of several media types that say different things one is switched into place. */
function mediaDetails(
  all: { group: MediaGroup; plan: SchemaPlan | undefined }[],
  at: { place: string; names: RowNames },
  context: RenderContext,
): ElementContent[] {
  const parts = all.flatMap(({ group, plan }, index) => {
    const place = index === 0 ? at.place : `${at.place}-${index + 1}`;
    const blocks = plan ? schemaBlock(plan, { ...at, place }, context) : [];
    return blocks.length > 0 ? [{ group, blocks }] : [];
  });
  if (all.length === 1) return parts.flatMap(({ blocks }) => blocks);
  const told = parts.map(({ group, blocks }) => ({
    label: mediaLabel(group),
    content: [h('p', {}, ...mediaWords(group, context)), ...blocks],
  }));
  return told.length > 1 ? [tabs(told)] : told.flatMap(({ content }) => content);
}

function linkBlocks(links: Link[], context: RenderContext): ElementContent[] {
  if (links.length === 0) return [];
  return [
    h('p', {}, context.labels.links),
    h(
      'ul',
      {},
      ...links.map((one) => {
        const target = operationOf(one, context);
        const to: Content = target
          ? link(`#${target.id}`, target.title)
          : code(one.operationId ?? one.operationRef ?? '');
        const given = one.parameters.map(([name, value]): Content[] => [
          code(name),
          ' = ',
          code(value),
        ]);
        if (one.body !== undefined) given.push(['body = ', code(one.body)]);
        const about = cellProse(one.description, context);
        return h(
          'li',
          {},
          code(one.name),
          ' → ',
          to,
          given.length > 0 && ' with ',
          ...joined(given, ', '),
          one.server && ' at ',
          one.server && code(one.server.url),
          about.length > 0 && '. ',
          ...about,
        );
      }),
    ),
  ];
}

function operationOf(
  { operationId, operationRef }: Link,
  context: RenderContext,
): Operation | undefined {
  if (operationId !== undefined) return context.operations.get(operationId);
  const found = /#\/paths\/([^/]+)\/(\w+)$/.exec(operationRef ?? '');
  if (!found) return undefined;
  const path = decode(found[1]!).replaceAll('~1', '/').replaceAll('~0', '~');
  return context.api.operations.find(
    (one) => one.path === path && one.method === found[2]!.toUpperCase(),
  );
}

/**
 * A fence for each example of each answer; media types that are written alike share theirs. Of many
 * schemas errors are not made up: `{"message": "string"}` a thousand times over tells nobody more.
 */
export function responseFences(
  { responses }: Operation,
  { api }: RenderContext,
  line: number,
): Element[] {
  const isMany = api.schemas.length > MAX_MADE_UP;
  return ordered(responses).flatMap(({ status, media }) => {
    const shown = new Set<string>();
    const told = isMany && !isSuccess(status) ? media.filter(hasExample) : media;
    return told.flatMap((one) =>
      exampleTexts(one, 'response').flatMap((example) => {
        if (shown.has(example.text)) return [];
        shown.add(example.text);
        return [answerFence(status, one.type, example, line)];
      }),
    );
  });
}

function answerFence(
  status: string,
  type: string,
  { title, language, text }: ExampleText,
  line: number,
): Element {
  const format = mediaName(type);
  const words = metaText([title, format === 'JSON' ? '' : format].filter(Boolean).join(' · '));
  // The pipeline knows statuses as `200` and `2xx`; any other is the title.
  const isKnown = /^[1-5](?:\d\d|xx)$/i.test(status);
  const name = isKnown ? words : metaText([status, words].filter(Boolean).join(' · '));
  return fence(
    language,
    text,
    [isKnown && `status=${status}`, name && `title="${name}"`].filter(Boolean).join(' '),
    line,
  );
}
