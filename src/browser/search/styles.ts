/** The styles of results and marks, which a page does without until something is searched. */
import href from './results.css?url';

let added: Promise<void> | undefined;

/** Settles when they are there, or could not be loaded: results are of use without, too. */
export function addStyles(): Promise<void> {
  return (added ??= new Promise((resolve) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  }));
}
