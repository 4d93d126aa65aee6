/**
 * Gives a home to a user of whom the system knows none, as a container's may be: Astro asks for it.
 * To be imported before who asks first.
 */
import os from 'node:os';

try {
  os.homedir();
} catch {
  process.env['HOME'] = os.tmpdir();
}
