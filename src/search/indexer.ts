/**
 * The program that makes the text index is a process of its own: it may not be installed for this
 * system, or be ended by it when memory runs out. Pagefind waits for its answers for ever, then.
 */

/** The index cannot be made, and no content is at fault. */
export class IndexerError extends Error {
  readonly hint =
    'see that there is memory left, and that the package pagefind is installed whole (npm ci), ' +
    'and build again';
}

/** What Pagefind says with a stack trace when its program has ended. */
const LAST_WORDS = 'Service stopped';

let isSilenced = false;

/**
 * @param work what asks the indexer
 * @returns what it gives
 * @throws {IndexerError} where the indexer is not there, or ends before it
 */
export async function withIndexer<T>(work: () => Promise<T>): Promise<T> {
  silence();
  const { promise: end, reject } = Promise.withResolvers<never>();
  // With it all that this process waits for is gone.
  const tell = () => reject(new Error('its program ended'));
  process.once('beforeExit', tell);
  try {
    return await Promise.race([work(), end]);
  } catch (error) {
    throw new IndexerError(`the search index cannot be made: ${reasonOf(error)}`);
  } finally {
    process.off('beforeExit', tell);
  }
}

function reasonOf(error: unknown): string {
  const [message = ''] = String((error as Error)?.message ?? error).split('\n');
  if (/backend (?:is )?closed/.test(message)) return 'its program ended, or cannot be started';
  if (/^Failed to install/.test(message)) return 'its program is not installed for this system';
  return message;
}

/** They come at any time after. */
function silence(): void {
  if (isSilenced) return;
  isSilenced = true;
  const { error } = console;
  console.error = (...said: unknown[]) => {
    if (said[0] !== LAST_WORDS) error(...said);
  };
}
