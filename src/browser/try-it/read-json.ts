/** JSON as it is written: the order of its members, and numbers to the letter. */

export interface JsonNode {
  /** Of a string or a scalar, as it is written; of others the bracket that opens them. */
  text: string;
  /** Of an object with their keys, as they are written. */
  members?: [key: string | undefined, value: JsonNode][];
}

const string = /"(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"/.source;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?/.source;
const token = new RegExp(`\\s*([{}[\\]:,]|${string}|true|false|null|${number})?`, 'iy');

/** @throws SyntaxError with the place of what does not fit as its cause */
export function readJson(text: string): JsonNode {
  let end = 0;
  let start = 0;
  const fail = (): never => {
    throw new SyntaxError('', { cause: start });
  };
  const next = (): string => {
    token.lastIndex = end;
    const one = token.exec(text)?.[1] ?? '';
    end = token.lastIndex;
    start = end - one.length;
    return one;
  };
  function value(open: string): JsonNode {
    if (!/^[{[]/.test(open)) return !open || /^[}\]:,]/.test(open) ? fail() : { text: open };
    const close = open === '{' ? '}' : ']';
    const members: JsonNode['members'] = [];
    let one = next();
    if (one === close) return { text: open, members };
    for (;;) {
      const key = open === '{' ? one : undefined;
      if (key !== undefined) {
        if (key[0] !== '"' || next() !== ':') fail();
        one = next();
      }
      members.push([key, value(one)]);
      one = next();
      if (one === close) return { text: open, members };
      if (one !== ',') fail();
      one = next();
    }
  }
  const root = value(next());
  if (next() || end < text.length) fail();
  return root;
}
