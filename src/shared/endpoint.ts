/** Tells an API operation from other text: `GET /path`. */
import type { Element } from 'hast';
import type { Endpoint } from '../markup/fragment.ts';
import { operationMethods } from './http-methods.ts';
import { collapse, isBlank, isElement, textOf } from './hast/text.ts';

/** A path: `/x`, `https://host/x`, `wss://…`, `{base}/x`, `{{base}}/x`, `<base>/x`, `:host/x`. */
const target = String.raw`(?:\/|(?:https?|wss?):\/\/|\{|<\w|\[\w|:\w)\S*`;
const operation = new RegExp(
  String.raw`^(${operationMethods.join('|')}):?\s+(${target})(?:\s+HTTP\/[\d.]+)?$`,
);

/**
 * Reads a text that is one operation and nothing else.
 * @returns undefined where it is anything else; the method in upper case
 */
export function recogniseEndpoint(text: string): Endpoint | undefined {
  const found = operation.exec(text.trim());
  return found ? { method: found[1]!, path: found[2]! } : undefined;
}

/**
 * The operations of a paragraph that holds nothing else; undefined where it holds more, or none.
 */
export function operationsOf(paragraph: Element): Endpoint[] | undefined {
  const found: Endpoint[] = [];
  const declared = paragraph.properties.dataEndpoint !== undefined;
  for (const child of paragraph.children) {
    if (isBlank(child) || isElement(child, 'br')) continue;
    const text = isElement(child, 'code') ? collapse(textOf(child)) : '';
    const endpoint = recogniseEndpoint(text) ?? (declared ? anyOperation(text) : undefined);
    if (!endpoint) return undefined;
    found.push(endpoint);
  }
  return found.length ? found : undefined;
}

/** What `<Endpoint>` says is an operation is one, whatever its method and path look like. */
function anyOperation(text: string): Endpoint | undefined {
  const [method, ...path] = text.split(' ');
  return method && path.length ? { method: method.toUpperCase(), path: path.join(' ') } : undefined;
}

/**
 * A piece of a path: plain, or a parameter as the author marks it (`{id}`, `:id`, `<id>`,
 * `{{base}}`).
 */
export interface PathPart {
  text: string;
  parameter: boolean;
}

const parameter = /\{\{[^{}]*\}\}|\{[^{}]*\}|<[\w .-]+>|(?<=\/|^):[A-Za-z_]\w*/g;

/** Cuts a path at its parameters; the parts together are the path to the letter. */
export function pathParts(path: string): PathPart[] {
  const parts: PathPart[] = [];
  let end = 0;
  for (const match of path.matchAll(parameter)) {
    if (match.index > end) parts.push({ text: path.slice(end, match.index), parameter: false });
    parts.push({ text: match[0], parameter: true });
    end = match.index + match[0].length;
  }
  if (end < path.length) parts.push({ text: path.slice(end), parameter: false });
  return parts;
}
