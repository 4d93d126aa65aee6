/**
 * Media types and headers: a media type's parts have headers, and a header may have a media type.
 */
import type { Encoding, MediaType, Parameter } from '../model.ts';
import {
  entries,
  field,
  isInternal,
  isMap,
  isTrue,
  type Node,
  text,
} from '../files/description-file.ts';
import { type ReadContext, schemaAt } from './context.ts';
import { examplesOf } from './examples.ts';

/** @param holder what has a `content` */
export function mediaTypesOf(holder: Node | undefined, context: ReadContext): MediaType[] {
  const content = holder && context.references.follow(field(holder, 'content'));
  return entries(content).flatMap(([type, value]) => {
    const node = context.references.follow(value);
    return type.startsWith('x-') || !node || isInternal(node)
      ? []
      : [mediaTypeOf(type, node, context)];
  });
}

function mediaTypeOf(type: string, node: Node, context: ReadContext): MediaType {
  const schema = schemaAt(field(node, 'schema'), context);
  const itemSchema = schemaAt(field(node, 'itemSchema'), context);
  return {
    type,
    ...(schema && { schema }),
    ...(itemSchema && { itemSchema }),
    examples: examplesOf(node, context, /json/i.test(type)),
    encoding: entries(field(node, 'encoding')).map(([property, value]) =>
      encodingOf(property, value, context),
    ),
  };
}

function encodingOf(property: string, node: Node, context: ReadContext): Encoding {
  const style = text(node, 'style');
  return {
    property,
    contentType: text(node, 'contentType'),
    headers: headersOf(node, context),
    ...(style && { style }),
    ...(field(node, 'explode') && { explode: isTrue(node, 'explode') }),
  };
}

/** Headers of an answer, or of a part of a form. */
export function headersOf(holder: Node, context: ReadContext): Parameter[] {
  return entries(context.references.follow(field(holder, 'headers'))).flatMap(([name, value]) => {
    const node = context.references.follow(value);
    if (!node || !isMap(node.value) || isInternal(node) || name.startsWith('x-internal')) return [];
    return [
      {
        ...described(node, context),
        name,
        in: 'header' as const,
        required: isTrue(node, 'required'),
      },
    ];
  });
}

/** What parameters and headers have in common. */
export function described(
  node: Node,
  context: ReadContext,
): Omit<Parameter, 'name' | 'in' | 'required'> {
  const media: MediaType[] = mediaTypesOf(node, context);
  // In 2.0 a parameter is its own schema.
  const isOwn =
    field(node, 'schema') === undefined && (context.isTwo || field(node, 'type') !== undefined);
  const schema = schemaAt(isOwn ? asSchema(node) : field(node, 'schema'), context);
  const style =
    text(node, 'style') || collectionStyle(text(node, 'collectionFormat'), text(node, 'in'));
  const explode =
    field(node, 'explode')?.value ??
    (text(node, 'collectionFormat') === 'multi' ? true : undefined);
  return {
    deprecated: isTrue(node, 'deprecated'),
    description: text(node, 'description'),
    ...(schema && { schema }),
    media,
    ...(style && { style }),
    ...(typeof explode === 'boolean' && { explode }),
    allowReserved: isTrue(node, 'allowReserved'),
    allowEmptyValue: isTrue(node, 'allowEmptyValue'),
    examples: isOwn ? [] : examplesOf(node, context),
  };
}

/** 2.0's words for how lists are sent; how 3.x says it. */
function collectionStyle(format: string, where: string): string {
  if (format === 'ssv') return 'spaceDelimited';
  if (format === 'pipes') return 'pipeDelimited';
  if (format === 'multi') return 'form';
  return format === 'csv' ? (where === 'query' ? 'form' : 'simple') : '';
}

/** 2.0: a parameter or header without what is no word of a schema. */
export function asSchema(node: Node): Node {
  const {
    name,
    in: where,
    required,
    description,
    collectionFormat,
    ...value
  } = node.value as Record<string, unknown>;
  // `csv` is what everyone expects; `multi` is told by an example of how it is sent.
  return { ...node, value };
}
