/** A value as XML, by what its schema says of names, attributes and wrapping. */
import type { Schema } from '../schema-model.ts';
import { escapeXml } from '../../shared/html.ts';
import { valueText } from '../schema/enums.ts';

/** What may be an element's name; anything else in it is `_`. */
const elementName = (name: string): string => {
  const solid = name.replace(/[^\w:.-]/g, '_');
  return /^[A-Za-z_]/.test(solid) ? solid : `_${solid}`;
};

/** @param schema may be unknown: then keys are names, and items of a list repeat theirs */
export function xmlText(value: unknown, schema: Schema | undefined): string {
  const name = nameOf(schema, schema?.title || 'root');
  const lines = elements(name, value, schema, '', true);
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines].join('\n');
}

function nameOf(schema: Schema | undefined, key: string): string {
  const { name, prefix } = schema?.xml ?? {};
  return `${prefix ? `${elementName(prefix)}:` : ''}${elementName(name ?? key)}`;
}

function elements(
  name: string,
  value: unknown,
  schema: Schema | undefined,
  indent: string,
  isRoot = false,
): string[] {
  if (Array.isArray(value)) {
    const items = schema?.items();
    const inner = items?.xml?.name ? nameOf(items, name) : name;
    if (!isRoot && !schema?.xml?.wrapped)
      return value.flatMap((item) => elements(inner, item, items, indent));
    return wrapped(
      name,
      '',
      value.flatMap((item) => elements(inner, item, items, `${indent}  `)),
      indent,
    );
  }
  const space = namespaceOf(schema);
  if (typeof value !== 'object' || value === null) {
    const text = value === null ? '' : escapeXml(valueText(value));
    return [`${indent}<${name}${space}>${text}</${name}>`];
  }
  const properties = new Map(
    schema?.properties().map((property) => [property.name, property.schema]),
  );
  let attributes = space;
  const children: string[] = [];
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    const own = properties.get(key);
    if (own?.xml?.attribute) attributes += ` ${nameOf(own, key)}="${escapeXml(valueText(inner))}"`;
    else children.push(...elements(nameOf(own, key), inner, own, `${indent}  `));
  }
  return wrapped(name, attributes, children, indent);
}

const wrapped = (name: string, attributes: string, children: string[], indent: string): string[] =>
  children.length > 0
    ? [`${indent}<${name}${attributes}>`, ...children, `${indent}</${name}>`]
    : [`${indent}<${name}${attributes}/>`];

function namespaceOf(schema: Schema | undefined): string {
  const { namespace, prefix } = schema?.xml ?? {};
  return namespace
    ? ` xmlns${prefix ? `:${elementName(prefix)}` : ''}="${escapeXml(namespace)}"`
    : '';
}
