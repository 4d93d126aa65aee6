/** One thing goes by several words, and a reader does not know which one the author took. */
import { stem } from '../normalize.ts';

const groups = [
  // What is done.
  'create add new post insert make creation register publish',
  'retrieve get fetch read view show find query lookup download describe see',
  'list all index browse enumerate',
  'search find filter lookup',
  'update edit change modify patch put rename set replace',
  'patch partial',
  'delete remove destroy del removal deletion erase clear purge cancel revoke cancellation unregister',
  'delete archive trash discard',
  'cancel abort void withdraw',
  'upload attach add import',
  'connect link attach associate integrate integration',
  'disconnect unlink detach dissociate',
  'send submit publish share',
  'enable activate start resume',
  'disable deactivate stop pause suspend close',
  'start begin launch run execute trigger',
  'end finish complete stop terminate',
  'copy duplicate clone',
  'move transfer',
  'validate verify check validation verification confirm',
  'sort sorting orderby',
  'approve accept confirm grant',
  'reject decline deny refuse',
  'mute silence snooze',
  'unmute unsilence',
  'restore recover apply undelete unarchive reinstate',
  'undo revert restore rollback',
  'anonymize anonymise erase forget redact gdpr',
  'subscribe follow watch',
  'unsubscribe unfollow unwatch',
  'block ban',
  'assign allocate grant',
  'invite add',
  'reply respond answer response',
  'rotate regenerate renew refresh roll',
  'merge combine join',
  'pay payment charge checkout',
  'refund reimburse reversal',
  'lend loan borrow',
  'deposit topup',
  'withdraw withdrawal payout',
  'authentication auth authorization authenticate authorize login credential oauth oauth2',
  'logout invalidate revoke',
  'signup register registration',
  // What it is done to.
  'batch bulk multiple many mass several',
  'key token credential secret',
  'signature sign signing hmac',
  'webhook hook callback',
  'scope permission privilege right access',
  'pagination paging paginate',
  'limit limiting throttling throttle quota',
  'error failure exception fault',
  'retry resend redeliver',
  'expire expiry expiration lifetime ttl',
  'maximum max',
  'minimum min',
  'count total number amount quantity',
  'latest newest recent last',
  'identifier id',
  'parameter param argument',
  'property attribute field',
  'example sample demo',
  'image picture photo',
  'icon logo avatar',
  'file document attachment',
  'folder directory',
  'tag label category',
  'comment note remark',
  'message text sms',
  'user member account profile',
  'member participant collaborator teammate',
  'company organization organisation org',
  'applicant candidate prospect',
  'job position vacancy opening',
  'customer client buyer',
  'invoice bill receipt',
  'coupon discount voucher promo',
  'shipping delivery shipment',
  'stock inventory availability',
  'store shop',
  'rate rating vote like thumb review',
  'price cost pricing fee',
  'statistic stat metric analytic report',
  'log audit history activity',
  'postcode zip postal',
  'phone telephone mobile',
  'language locale localization translation i18n',
  'websocket socket realtime stream streaming',
  'library sdk client',
  'sandbox testing test testnet',
  'introduction overview intro quickstart',
  'model schema',
  'notification notice alert',
  'status state health ping',
  'deprecated obsolete sunset',
  'changelog release',
  'less fewer smaller',
  'more greater larger',
  'whoami current caller me',
  'best top most popular trending',
  'selling seller',
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

/** What is said in two words: `log in` is `login`, `at once` is in bulk. */
const parted = new Map(
  Object.entries({
    'at once': 'bulk',
    'look up': 'lookup',
    'set up': 'create',
    'turn into': 'convert',
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
    // `signs out` and `logging in`, too.
    const pair = parted.get(`${stem(words[at]!)} ${words[at + 1]}`);
    joined.push(pair ?? one.get(words[at]!) ?? words[at]!);
    if (pair) at++;
  }
  return joined;
}
