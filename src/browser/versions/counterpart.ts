/** The same place in another version or translation of the document. */

/** A heading as `UI-outline.json` has it: level, id, page, `GET /x`. */
export type OutlineEntry = [level: number, id: string, page: string, endpoint?: string];

interface Node {
  entry: OutlineEntry | undefined;
  up: Node | undefined;
  below: Node[];
}

/**
 * @param translated ids are of another language: what stands in the same place is meant. Else the
 * same id is.
 * @returns the heading itself, or the nearest above it that the other document has; undefined: none
 */
export function counterpart(
  own: OutlineEntry[],
  other: OutlineEntry[],
  id: string,
  translated: boolean,
): OutlineEntry | undefined {
  const nodes: Node[] = [];
  const top = tree(own, nodes),
    otherTop = tree(other);
  const ids = new Map(other.map((entry) => [entry[1], entry]));
  let at = nodes.find(({ entry }) => entry![1] === id);
  if (!translated) {
    for (; at?.entry; at = at.up) if (ids.has(at.entry[1])) return ids.get(at.entry[1]);
    return undefined;
  }
  const matched = (node: Node): Node => {
    if (node === top) return otherTop;
    const above = matched(node.up!);
    return among(node, node.up!.below, above.below) ?? above;
  };
  return at && matched(at).entry;
}

/**
 * The one of `others` that stands for `node`: the same operation, the same place among as many, the
 * same id.
 */
function among(node: Node, siblings: Node[], others: Node[]): Node | undefined {
  const [, id, , endpoint] = node.entry!;
  const same = endpoint ? others.filter(({ entry }) => entry![3] === endpoint) : [];
  if (same.length === 1) return same[0];
  return siblings.length === others.length
    ? others[siblings.indexOf(node)]
    : others.find(({ entry }) => entry![1] === id);
}

function tree(entries: OutlineEntry[], all: Node[] = []): Node {
  const top: Node = { entry: undefined, up: undefined, below: [] };
  let last = top;
  for (const entry of entries) {
    while (last.entry && last.entry[0] >= entry[0]) last = last.up!;
    const node: Node = { entry, up: last, below: [] };
    last.below.push(node);
    all.push(node);
    last = node;
  }
  return top;
}
