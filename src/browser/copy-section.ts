/** The button beside the heading of a section that copies it as Markdown: made when it is pointed at. */
import { fileName } from '../shared/agents/file-name.ts';
import href from './copy-section.css?url';
import { copyFile } from './samples/copy.ts';
import { button } from './when-visible.ts';
import { words } from './words.ts';

document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));

/** @param folder URL of the Markdown of the document's sections */
export function copySection(heading: HTMLElement, folder: string): void {
  if (heading.querySelector('.copy-section')) return;
  const url = `${folder}${encodeURIComponent(fileName(heading.id))}.md`;
  const made = button('copy-section', words.copy_section ?? '', () => void copyFile(url));
  heading.append(made);
}
