/** One file of a description. */
import { escapePointer } from './pointer.ts';
import type { Position, Positions } from './positions.ts';

export class DescriptionFile {
  /** Absolute. */
  readonly path: string;
  /** As findings name it: relative to the content folder. */
  readonly name: string;
  /** Its value; of what is neither YAML nor JSON, its text. Overlays change it. */
  value: unknown;
  readonly positions: Positions;

  constructor(path: string, name: string, value: unknown, positions: Positions) {
    this.path = path;
    this.name = name;
    this.value = value;
    this.positions = positions;
  }
}

/** A value with its place: what readers of a description hand around. */
export interface Node {
  value: unknown;
  file: DescriptionFile;
  /** JSON pointer in the file; empty for the whole. */
  pointer: string;
}

export type Fields = Record<string, unknown>;

export const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Same for every way to a value: two nodes with one key are one place of the description. */
export const keyOf = ({ file, pointer }: Node): string => `${file.name}#${pointer}`;

export const positionOf = ({ file, pointer }: Node): Position => file.positions.at(pointer);

/** A field of a map, its own only; undefined where there is none. */
export function field(node: Node, key: string): Node | undefined {
  if (!isMap(node.value) || !Object.hasOwn(node.value, key)) return undefined;
  return {
    value: node.value[key],
    file: node.file,
    pointer: `${node.pointer}/${escapePointer(key)}`,
  };
}

/** Fields of a map in order; without `x-…` where these are extensions. */
export function entries(node: Node | undefined): (readonly [key: string, node: Node])[] {
  if (!node || !isMap(node.value)) return [];
  return Object.keys(node.value).map((key) => [key, field(node, key)!] as const);
}

export function items(node: Node | undefined): Node[] {
  if (!node || !Array.isArray(node.value)) return [];
  const { file, pointer } = node;
  return node.value.map((value: unknown, index) => ({
    value,
    file,
    pointer: `${pointer}/${index}`,
  }));
}

/** A field as text: numbers and booleans are written out; anything else is no text. */
export function text(node: Node | undefined, key: string): string {
  const value =
    node && isMap(node.value) && Object.hasOwn(node.value, key) ? node.value[key] : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Items of a list that are text, as `text` has it. */
export const textItems = (node: Node | undefined): string[] =>
  items(node).flatMap(({ value }) =>
    ['string', 'number', 'boolean'].includes(typeof value) ? [String(value)] : [],
  );

export const isTrue = (node: Node | undefined, key: string): boolean =>
  node !== undefined &&
  isMap(node.value) &&
  Object.hasOwn(node.value, key) &&
  isYes(node.value[key]);

const isYes = (value: unknown): boolean => value === true || value === 'true';

/** Left out at the owner's wish. */
export const isInternal = (node: Node | undefined): boolean => isTrue(node, 'x-internal');
