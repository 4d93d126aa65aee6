/** Examples, as 3.x and its users write them. */
import type { Example } from '../model.ts';
import { entries, field, isMap, items, type Node, text } from '../files/description-file.ts';
import type { ReadContext } from './context.ts';

/**
 * @param node what has `example` or `examples`
 * @param isJson an example that is text must be JSON itself
 */
export function examplesOf(node: Node, context: ReadContext, isJson = false): Example[] {
  const found: Example[] = [];
  const single = field(node, 'example') ?? field(node, 'x-example');
  if (single && single.value !== undefined) {
    found.push({ summary: '', description: '', value: valueOf(single, context) });
    if (isJson) checkJson(single, context);
  }
  const list = context.references.follow(field(node, 'examples'));
  for (const item of items(list)) found.push({ summary: '', description: '', value: item.value });
  for (const [name, value] of entries(list)) {
    const example = context.references.follow(value);
    if (!example) continue;
    const body = isMap(example.value)
      ? (field(example, 'value') ?? field(example, 'dataValue'))
      : undefined;
    const serialized = text(example, 'serializedValue');
    const externalValue = text(example, 'externalValue');
    const holds = body !== undefined || serialized || externalValue;
    // Some write the example itself where an object with its `value` should stand.
    const own = !isMap(example.value) || (!holds && !('summary' in example.value));
    const exampleValue = own ? example.value : body && valueOf(body, context);
    found.push({
      name,
      summary: own ? '' : text(example, 'summary'),
      description: own ? '' : text(example, 'description'),
      ...(exampleValue !== undefined && { value: exampleValue }),
      ...(serialized && { serialized }),
      ...(externalValue && { externalValue }),
    });
    if (isJson && body) checkJson(body, context);
  }
  return found;
}

/**
 * A `$ref` in an example is the example's own, but where it leads to a file many mean what that
 * holds.
 */
function valueOf(node: Node, { references }: ReadContext): unknown {
  if (!isMap(node.value)) return node.value;
  const isOnly = Object.keys(node.value).length === 1 && typeof node.value['$ref'] === 'string';
  return (isOnly ? references.peek(node)?.value : undefined) ?? node.value;
}

/**
 * An example of a JSON body may be written as text; it is shown as it stands if that is no JSON.
 */
function checkJson(node: Node, context: ReadContext): void {
  if (typeof node.value !== 'string' || !/^\s*[{[]/.test(node.value)) return;
  try {
    JSON.parse(node.value);
  } catch (error) {
    context.findings.at(node, {
      kind: 'openapi-example',
      severity: 'warning',
      message: `the example is no JSON: ${(error as Error).message.slice(0, 100)}`,
      hint: 'mend its text, or write it as a value; it is shown as it stands',
    });
  }
}
