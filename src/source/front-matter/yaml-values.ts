/** The values of a parsed front matter: as data, and as they are written, with their places. */
import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Document, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { withoutNoncharacters } from '../read-text.ts';
import { Positions, type Path, type Position } from './positions.ts';

/** Nodes that aliases may make of a document, all told, and how deep these may lie. */
const MAX_NODES = 50_000;
const MAX_DEPTH = 60;

export interface Values {
  /** Numbers, dates, booleans as YAML has them. */
  data: Record<string, unknown>;
  /** Scalars as their author wrote them (`1.10` stays `1.10`), null for nothing, nested lists as one. */
  written: Record<string, unknown>;
  /** Of all that is in `written`. */
  positions: Positions;
}

export interface ParsedYaml {
  document: Document.Parsed;
  text: string;
  /** What each alias stands for. */
  targets: ReadonlyMap<Node, Node>;
  positionOf: (offset: number) => Position;
}

/** A node with its aliases resolved. */
type Value = Scalar | YAMLMap | YAMLSeq | undefined;

/** A pair of a mapping. A key `__proto__` is none, so that no object's prototype can be set. */
interface Entry {
  key: string;
  keyNode: unknown;
  node: unknown;
}

export class YamlValues {
  readonly #yaml: ParsedYaml;

  constructor(yaml: ParsedYaml) {
    this.#yaml = yaml;
  }

  /** @returns undefined where aliases make more than is sane */
  read(): Values | undefined {
    const data = this.#data();
    if (!data) return undefined;
    const positions = new Positions();
    const written = this.#map(this.#entries(), [], positions);
    return { data, written, positions };
  }

  /** Keys of the front matter itself that stand there before. */
  repeatedKeys(): { key: string; position: Position; first: Position }[] {
    const firsts = new Map<string, Position>();
    return this.#entries().flatMap(({ key, keyNode }) => {
      const position = this.#position(keyNode);
      const first = firsts.get(key);
      if (!first) firsts.set(key, position);
      return first ? [{ key, position, first }] : [];
    });
  }

  #entries(map: unknown = this.#yaml.document.contents): Entry[] {
    return (isMap(map) ? map.items : [])
      .map(({ key, value }) => ({
        key: this.#text(this.#resolve(key)),
        keyNode: key,
        node: value,
      }))
      .filter(({ key }) => key !== '__proto__');
  }

  #resolve(node: unknown): Value {
    const target = isAlias(node) ? this.#yaml.targets.get(node) : node;
    return isScalar(target) || isMap(target) || isSeq(target) ? target : undefined;
  }

  #position(node: unknown): Position {
    return this.#yaml.positionOf((isNode(node) && node.range?.[0]) || 0);
  }

  /** As the author wrote it; of a mapping or a list, its source. Empty for nothing. */
  #text(value: Value): string {
    if (!isScalar(value)) return this.#yaml.text.slice(...(value?.range ?? [0, 0])).trim();
    if (typeof value.value === 'string') return withoutNoncharacters(value.value);
    return value.value === null ? '' : (value.source ?? String(value.value ?? ''));
  }

  #written(node: unknown, path: Path, positions: Positions): unknown {
    const value = this.#resolve(node);
    if (isMap(value)) return this.#map(this.#entries(value), path, positions);
    if (isSeq(value))
      return this.#items(value).map((item, index) => {
        const position = this.#position(item);
        return this.#place(item, [...path, index], { key: position, value: position }, positions);
      });
    return value && (value.value ?? null) !== null ? this.#text(value) : null;
  }

  /** Of a key that is given twice the last one holds. */
  #map(entries: Entry[], path: Path, positions: Positions): Record<string, unknown> {
    const last = new Map(entries.map((entry) => [entry.key, entry]));
    return Object.fromEntries(
      [...last.values()].map(({ key, keyNode, node }) => {
        const own = this.#position(keyNode);
        const value = isNode(node) && node.range ? this.#position(node) : own;
        return [key, this.#place(node, [...path, key], { key: own, value }, positions)];
      }),
    );
  }

  #place(node: unknown, path: Path, at: { key: Position; value: Position }, positions: Positions) {
    const value = this.#resolve(node);
    positions.add({ path, ...at, ...(isScalar(value) && { text: this.#text(value) }) });
    return this.#written(node, path, positions);
  }

  /** The items of a list; lists in it are laid flat. */
  #items(list: YAMLSeq): unknown[] {
    return list.items.flatMap((item) => {
      const value = this.#resolve(item);
      return isSeq(value) ? this.#items(value) : [item];
    });
  }

  #data(): Record<string, unknown> | undefined {
    let left = MAX_NODES;
    const convert = (node: unknown, depth: number): unknown => {
      const value = this.#resolve(node);
      if (--left < 0 || depth > MAX_DEPTH) throw new RangeError('too many nodes');
      if (isSeq(value)) return value.items.map((item) => convert(item, depth + 1));
      if (isMap(value)) return record(value, depth + 1);
      // Long text counts by its length, or an alias would make gigabytes of it.
      if (typeof value?.value === 'string') {
        left -= value.value.length >> 7;
        return withoutNoncharacters(value.value);
      }
      return typeof value?.value === 'bigint' ? Number(value.value) : (value?.value ?? null);
    };
    const record = (map: unknown, depth: number): Record<string, unknown> => {
      const result: Record<string, unknown> = {};
      for (const { key, node } of this.#entries(map)) {
        const value = this.#resolve(node);
        if (key === '<<' && isMap(value)) Object.assign(result, record(value, depth + 1));
        else result[key] = convert(node, depth);
      }
      return result;
    };
    try {
      return record(this.#yaml.document.contents, 0);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
}
