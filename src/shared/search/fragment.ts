/** The text of one record, as the text index keeps it: gzipped, a mark, JSON. */
import { closeUp, codeMark } from './word-spacing.ts';

/** Bytes of a file below `pagefind/`; rejects if it cannot be had. */
export type Fetch = (file: string) => Promise<Uint8Array<ArrayBuffer>>;

const gzip = [0x1f, 0x8b];

/** Unpacks what was sent as it lay; a host that knows gzip may have unpacked it already. */
export async function unpackText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes[0] !== gzip[0] || bytes[1] !== gzip[1]) return new TextDecoder().decode(bytes);
  return new Response(
    new Response(bytes).body!.pipeThrough(new DecompressionStream('gzip')),
  ).text();
}

export interface RecordText {
  /** Title and prose. */
  prose: string;
  code: string;
  /** What is found and never shown: captions of its samples, signs in letters. */
  aside: string;
}

/** A section's words. */
export async function recordText(fetch: Fetch, name: string): Promise<RecordText> {
  const text = await unpackText(await fetch(`fragment/${name}.pf_fragment`));
  const { content } = JSON.parse(text.slice(text.indexOf('{'))) as { content: string };
  const [prose = '', code = '', aside = ''] = content.replaceAll('\u200b', '').split(codeMark);
  return { prose: closeUp(prose).trim(), code: closeUp(code).replace(/^[.\s]+/, ''), aside };
}
