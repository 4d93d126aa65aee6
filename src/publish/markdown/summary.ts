/** What a document is about, in a sentence. */
import { walk, type ReferenceDocument } from '../../reference/model/page.ts';

const MAX_CHARACTERS = 300;

/** Its `description`; else the first sentence of its text; else its title. */
export function summaryOf({ frontMatter, sections }: ReferenceDocument): string {
  const { description, title } = frontMatter;
  if (description) return description;
  for (const { prose } of walk(sections)) {
    const text = prose.trim().replace(/\s+/g, ' ');
    // "Introduction" or "v1.0" is no sentence.
    if (text.length < 20) continue;
    const [sentence = text] = /^.{20,}?(?:[.!?](?=\s|$)|[。！？])/u.exec(text) ?? [];
    if (sentence.length <= MAX_CHARACTERS) return sentence;
    return `${sentence.slice(0, sentence.lastIndexOf(' ', MAX_CHARACTERS))} …`;
  }
  return title;
}
