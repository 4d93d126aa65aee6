/** Parameters of an operation. */
import type { Parameter } from '../model.ts';
import {
  field,
  isInternal,
  isMap,
  isTrue,
  items,
  type Node,
  text,
} from '../files/description-file.ts';
import { described } from './content.ts';
import type { ReadContext } from './context.ts';

const places = ['path', 'query', 'querystring', 'header', 'cookie'] as const;

/** A parameter before 2.0's bodies and form fields are told from the others. */
export interface WrittenParameter {
  in: string;
  name: string;
  node: Node;
}

/**
 * An operation's own parameters and those of its path; the own win over a path's of the same name
 * and place.
 */
export function writtenParameters(holders: Node[], context: ReadContext): WrittenParameter[] {
  const found = new Map<string, WrittenParameter>();
  for (const holder of holders)
    for (const item of items(field(holder, 'parameters'))) {
      const node = context.references.follow(item);
      if (!node || !isMap(node.value) || isInternal(node)) continue;
      const parameter = { in: text(node, 'in').toLowerCase(), name: text(node, 'name'), node };
      if (parameter.name || parameter.in === 'body')
        found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  return [...found.values()];
}

/** @returns undefined where it is of no place that a request has */
export function parameterOf(
  { in: where, name, node }: WrittenParameter,
  context: ReadContext,
): Parameter | undefined {
  const place = places.find((known) => known === where);
  return (
    place && {
      ...described(node, context),
      name,
      in: place,
      required: isTrue(node, 'required') || place === 'path',
    }
  );
}
