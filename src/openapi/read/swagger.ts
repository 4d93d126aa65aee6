/** What Swagger 2.0 says otherwise: bodies among the parameters, media types once for all. */
import type { Example, MediaType, RequestBody } from '../model.ts';
import { entries, field, isTrue, type Node, text, textItems } from '../files/description-file.ts';
import { emptyFlat } from '../schema/flat.ts';
import { SchemaView } from '../schema/view.ts';
import { type ReadContext, schemaAt } from './context.ts';
import { asSchema } from './content.ts';
import type { WrittenParameter } from './parameter.ts';

/** Media types that an operation takes or gives: its own, else the description's. */
function types(word: 'consumes' | 'produces', operation: Node, { root }: ReadContext): string[] {
  const list = field(operation, word) ?? field(root, word);
  return textItems(list);
}

/** The body of an operation, from its parameters in `body` or `formData`. */
export function swaggerBody(
  operation: Node,
  written: WrittenParameter[],
  context: ReadContext,
): RequestBody | undefined {
  const body = written.find((parameter) => parameter.in === 'body');
  if (body) {
    const schema = schemaAt(field(body.node, 'schema'), context);
    const consumed = types('consumes', operation, context);
    const examples = bodyExamples(body.node);
    return {
      description: text(body.node, 'description'),
      required: isTrue(body.node, 'required'),
      media: (consumed.length > 0 ? consumed : ['application/json']).map(
        (type): MediaType => ({
          type,
          ...(schema && { schema }),
          examples: examples.get(type) ?? [],
          encoding: [],
        }),
      ),
    };
  }
  const fields = written.filter((parameter) => parameter.in === 'formdata');
  return fields.length > 0 ? formBody(operation, fields, context) : undefined;
}

function formBody(operation: Node, fields: WrittenParameter[], context: ReadContext): RequestBody {
  const flat = emptyFlat(`${fields[0]!.node.file.name}#${operation.pointer}/formData`);
  for (const { name, node } of fields) {
    const { value } = asSchema(node);
    const described = { ...(value as object), description: text(node, 'description') };
    flat.properties.set(name, [{ ...node, value: described }]);
    if (isTrue(node, 'required')) flat.required.add(name);
  }
  const hasFile = fields.some(({ node }) => text(node, 'type') === 'file');
  const consumed = types('consumes', operation, context).filter((type) => /form/i.test(type));
  const media = hasFile
    ? ['multipart/form-data']
    : consumed.length > 0
      ? consumed
      : ['application/x-www-form-urlencoded'];
  const schema = new SchemaView(flat, context.schemas);
  return {
    description: '',
    required: flat.required.size > 0,
    media: media.map((type) => ({ type, schema, examples: [], encoding: [] })),
  };
}

/** Tools' own words for examples of a body. */
function bodyExamples(node: Node): Map<string, Example[]> {
  const found = new Map<string, Example[]>();
  const holder = field(node, 'x-examples') ?? field(node, 'examples');
  for (const [type, { value }] of entries(holder))
    found.set(type, [{ summary: '', description: '', value }]);
  return found;
}

export function swaggerMedia(response: Node, operation: Node, context: ReadContext): MediaType[] {
  const schema = schemaAt(field(response, 'schema'), context);
  const examples = entries(field(response, 'examples'));
  const produced = types('produces', operation, context);
  const all = schema ? (produced.length > 0 ? produced : ['application/json']) : [];
  const type = [...new Set([...all, ...examples.map(([type]) => type)])];
  return type.map((name) => ({
    type: name,
    ...(schema && { schema }),
    encoding: [],
    examples: examples
      .filter(([type]) => type === name)
      .map(([, { value }]) => ({ summary: '', description: '', value })),
  }));
}
