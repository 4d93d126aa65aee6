/** Follows `$ref`, across files; what leads nowhere is told once, where it is written. */
import path from 'node:path';
import {
  type DescriptionFile,
  entries,
  field,
  isMap,
  items,
  keyOf,
  type Node,
} from './description-file.ts';
import type { Files } from './files.ts';
import type { Findings } from './findings.ts';
import { decode } from '../../shared/decode.ts';
import { pointerParts } from './pointer.ts';

export class References {
  readonly #files: Files;
  readonly #findings: Findings;
  readonly #root: DescriptionFile;
  #anchors: Map<string, Node> | undefined;
  /** Where each reference of a file was found to lead: many are written a hundred times. */
  readonly #targets = new Map<DescriptionFile, Map<string, Node>>();
  /** Looks without telling. */
  #isQuiet = false;

  constructor(files: Files, findings: Findings, root: DescriptionFile) {
    this.#files = files;
    this.#findings = findings;
    this.#root = root;
  }

  /**
   * The text of a node's reference; undefined: it is none. A property called `$ref` is a map, and
   * none.
   */
  static of(node: Node): string | undefined {
    const { value } = node;
    if (!isMap(value)) return undefined;
    if (Object.hasOwn(value, '$ref') && typeof value['$ref'] === 'string') return value['$ref'];
    const dynamic = Object.hasOwn(value, '$dynamicRef') ? value['$dynamicRef'] : undefined;
    return typeof dynamic === 'string' ? dynamic : undefined;
  }

  /**
   * The value that a node stands for, its references followed to the end. What stands beside a
   * `$ref` wins over what it leads to.
   * @returns undefined where a reference leads nowhere
   */
  follow(node: Node | undefined): Node | undefined {
    let now = node;
    const seen = new Set<string>();
    let beside: Record<string, unknown> = {};
    while (now && References.of(now) !== undefined) {
      const key = keyOf(now);
      if (seen.has(key)) {
        this.cycle(now);
        return undefined;
      }
      seen.add(key);
      const { $ref, $dynamicRef, ...rest } = now.value as Record<string, unknown>;
      beside = { ...rest, ...beside };
      now = this.target(now);
    }
    if (!now || !isMap(now.value) || Object.keys(beside).length === 0) return now;
    return { ...now, value: { ...now.value, ...beside } };
  }

  /** Follows what may be a reference: where it leads nowhere it is none, and nothing is told. */
  peek(node: Node): Node | undefined {
    return this.#quietly(() => this.follow(node));
  }

  /** One step of it. */
  peekTarget(node: Node): Node | undefined {
    return this.#quietly(() => this.target(node));
  }

  #quietly<T>(look: () => T): T {
    this.#isQuiet = true;
    try {
      return look();
    } finally {
      this.#isQuiet = false;
    }
  }

  cycle(node: Node): void {
    this.#tell(node, {
      kind: 'openapi-ref-cycle',
      severity: 'warning',
      message: `the reference “${References.of(node) ?? ''}” leads back to itself`,
      hint: 'let it name the part that says something',
    });
  }

  /** One step: what a node's `$ref` leads to. */
  target(node: Node): Node | undefined {
    const reference = References.of(node)!;
    let known = this.#targets.get(node.file);
    if (!known) this.#targets.set(node.file, (known = new Map<string, Node>()));
    let target = known.get(reference);
    if (!target) {
      target = this.#find(node, reference);
      if (target) known.set(reference, target);
    }
    return target;
  }

  #find(node: Node, reference: string): Node | undefined {
    const hash = reference.indexOf('#');
    const address = hash < 0 ? reference : reference.slice(0, hash);
    const fragment = hash < 0 ? '' : decode(reference.slice(hash + 1));
    if (/^[a-z][a-z\d+.-]+:|^\/\//i.test(address))
      return this.#byId(reference) ?? this.#remote(node);
    const definition = /^\w[\w-]*$/.test(address) ? this.#definition(address) : undefined;
    if (definition) return definition;
    const file = address === '' ? node.file : this.#open(node, address);
    if (!file) return undefined;
    const found =
      fragment === '' || fragment.startsWith('/')
        ? this.#walk({ value: file.value, file, pointer: '' }, fragment)
        : this.#byAnchor(file, fragment);
    return found ?? this.#missing(node, `“${reference}” leads to nothing`);
  }

  #open(node: Node, address: string): DescriptionFile | undefined {
    const file = this.#files.open(path.resolve(path.dirname(node.file.path), decode(address)));
    if (typeof file !== 'string') return file;
    if (file === 'outside') {
      this.#tell(node, {
        kind: 'openapi-ref-outside',
        severity: 'warning',
        message: `“${address}” lies outside the folder that may be read: it is left out`,
        hint: 'move the file into the folder of the description',
      });
    } else if (file === 'missing') this.#missing(node, `the file “${address}” is not there`);
    return undefined;
  }

  /** Before Swagger 2.0 was final, `$ref: Pet` named a definition. */
  #definition(name: string): Node | undefined {
    const root: Node = { value: this.#root.value, file: this.#root, pointer: '' };
    return (
      this.#walk(root, `/definitions/${name}`) ?? this.#walk(root, `/components/schemas/${name}`)
    );
  }

  #walk(root: Node, pointer: string): Node | undefined {
    let node: Node | undefined = root;
    let steps = 0;
    for (const part of pointerParts(pointer)) {
      // What a part on the way refers to is looked through.
      while (
        node &&
        References.of(node) !== undefined &&
        field(node, part) === undefined &&
        steps++ < 100
      )
        node = this.target(node);
      if (!node) return undefined;
      node = Array.isArray(node.value) ? itemAt(node, part) : field(node, part);
    }
    return node;
  }

  #remote(node: Node): undefined {
    this.#tell(node, {
      kind: 'openapi-ref-remote',
      severity: 'warning',
      message: `“${References.of(node)}” lies on another host, and nothing is fetched`,
      hint: 'put a copy beside the description, and refer to that',
    });
  }

  #missing(node: Node, message: string): undefined {
    this.#tell(node, {
      kind: 'openapi-ref-missing',
      severity: 'warning',
      message,
      hint: 'mend the reference, or add what it names',
    });
  }

  #tell(node: Node, finding: Parameters<Findings['at']>[1]): void {
    if (!this.#isQuiet) this.#findings.at(node, finding);
  }

  #byAnchor(file: DescriptionFile, anchor: string): Node | undefined {
    return this.#named().get(`${file.name}#${anchor}`);
  }

  #byId(address: string): Node | undefined {
    return this.#named().get(address.replace(/#$/, ''));
  }

  /** What has a `$anchor`, `$dynamicAnchor` or `$id`, in the files that are open so far. */
  #named(): Map<string, Node> {
    if (this.#anchors) return this.#anchors;
    const found = new Map<string, Node>();
    const seen = new Set<unknown>();
    const todo: Node[] = this.#files.opened.map((file) => ({
      value: file.value,
      file,
      pointer: '',
    }));
    for (let node = todo.pop(); node; node = todo.pop()) {
      if (typeof node.value !== 'object' || node.value === null || seen.has(node.value)) continue;
      seen.add(node.value);
      if (isMap(node.value)) {
        const { $anchor, $dynamicAnchor, $id } = node.value;
        for (const anchor of [$anchor, $dynamicAnchor])
          if (typeof anchor === 'string') found.set(`${node.file.name}#${anchor}`, node);
        if (typeof $id === 'string') found.set($id, node);
      }
      for (const [, inner] of entries(node)) todo.push(inner);
      todo.push(...items(node));
    }
    this.#anchors = found;
    return found;
  }
}

function itemAt(node: Node, part: string): Node | undefined {
  const list = node.value as unknown[];
  const index = /^\d+$/.test(part) ? Number(part) : -1;
  return index >= 0 && index < list.length
    ? { value: list[index], file: node.file, pointer: `${node.pointer}/${index}` }
    : undefined;
}
