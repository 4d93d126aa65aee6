/** One thing goes by several words, and a reader does not know which one the author took. */
import { stem } from '../normalize.ts';

const groups = [
  'create add new post insert make creation register publish',
  'retrieve get fetch read view show find query lookup download describe',
  'list all index browse enumerate',
  'search find filter lookup',
  'update edit change modify patch put rename',
  'patch partial',
  'delete remove destroy del removal deletion erase clear purge cancel revoke cancellation unregister',
  'upload attach add import',
  'send submit publish share',
  'enable activate start resume',
  'disable deactivate stop pause suspend close',
  'copy duplicate clone',
  'move transfer',
  'validate verify check validation verification',
  'sort sorting orderby',
  'batch bulk multiple many mass several',
  'authentication auth authorization authenticate authorize login credential',
  'logout invalidate',
  'signup register registration',
  'key token credential secret',
  'pagination paging paginate',
  'limit limiting throttling throttle quota',
  'error failure exception fault',
  'maximum max',
  'minimum min',
  'identifier id',
  'parameter param argument',
  'property attribute field',
  'example sample demo',
  'image picture photo',
  'rate rating',
  'price cost pricing fee',
  'language locale localization translation i18n',
  'websocket socket realtime stream streaming',
  'library sdk client',
  'sandbox testing test testnet',
  'introduction overview intro quickstart',
  'model schema',
  'notification notice alert',
  'restore recover apply',
  'invite add',
  'less fewer smaller',
  'more greater larger',
  'whoami current caller me',
  'best top most',
  'c# csharp',
  'c++ cpp cplusplus',
  'f# fsharp',
  '.net dotnet',
  'javascript js',
  'typescript ts',
  'go golang',
].map((group) => group.split(' '));

/** In a title they are no verbs of the same: “Job posts”. */
const methods = new Set(['post', 'put', 'patch']);

const kin = new Map<string, Set<string>>();
for (const group of groups)
  for (const word of group) {
    const own = kin.get(stem(word)) ?? new Set();
    for (const other of group) if (stem(other) !== stem(word)) own.add(stem(other));
    kin.set(stem(word), own);
  }

/** Gives the stems of other words for what `word` (folded, in any of its forms) says. */
export const kinOf = (word: string): string[] => [...(kin.get(stem(word)) ?? [])];

/** Whether `other` is one of them, as titles use it. */
export const isKin = (kin: string[], other: string): boolean =>
  kin.includes(other) && !methods.has(other);

/** Verbs that are written in two words: `log in` is `login`. */
const parted = new Map(
  Object.entries({
    'log in': 'login',
    'log on': 'login',
    'sign in': 'login',
    'sign on': 'login',
    'log out': 'logout',
    'sign out': 'logout',
    'log off': 'logout',
    'sign off': 'logout',
    'sign up': 'signup',
    'who am': 'whoami',
  }),
);
const one = new Map(Object.entries({ signin: 'login', logon: 'login', signout: 'logout' }));

/** Puts such verbs into one word. */
export function joinVerbs(words: string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const pair = parted.get(`${words[at]} ${words[at + 1]}`);
    joined.push(pair ?? one.get(words[at]!) ?? words[at]!);
    if (pair) at++;
  }
  return joined;
}
