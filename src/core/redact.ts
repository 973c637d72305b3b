const SECRET = '[secret]';
const PERSONAL = '[personal]';

const SECRET_SHAPES: readonly RegExp[] = [
  /\bxox[a-z]?(?:\.xox[a-z])?-[\w.-]+/gi,
  /\bxapp-[\w-]+/gi,
  /(?<![0-9a-z])[0-9a-f]{32,}(?![0-9a-z])/gi,
];
const BASE64 = /(?<![\w+/=-])[A-Za-z0-9+/_-]{60,}={0,2}/g;
const URL_PASSWORD = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi;
const HOOK = /(https:\/\/hooks\.slack\.com\/)[^\s"'>]+/gi;
const EMAIL = /[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
// Not after a dot or inside a word: Slack's `ts`, conn_ids and identifiers stay readable. Nor after `hex-`, which is a UUID.
const DIGITS = /(?<![\w.]|[0-9a-f]-)\+?\(?\d(?:[ ()-]{0,2}\d){6,14}(?!\w|\.\d)/gi;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?![\d-])/;

/**
 * The text with everything that has the shape of a secret (Slack's tokens, long hex, long base64, a password in a URL, a Slack hook)
 * or of personal data (telephone, e-mail) masked. Shapes: the two that wolkvox's tokens have, and Slack's documented prefixes.
 */
export function redact(text: string): string {
  let safe = text.replace(URL_PASSWORD, `$1${SECRET}@`).replace(HOOK, `$1${SECRET}`);
  for (const shape of SECRET_SHAPES) safe = safe.replace(shape, SECRET);
  return safe
    .replace(BASE64, (found) => (/\d/.test(found) && /[a-z]/.test(found) && /[A-Z]/.test(found) ? SECRET : found))
    .replace(EMAIL, (found) => (found.startsWith(SECRET) ? found : PERSONAL))
    .replace(DIGITS, (found) => (ISO_DATE.test(found) ? found : PERSONAL));
}

const SECRET_KEY =
  /token|secret|passw|authorization|cookie|api[_-]?key|credential|signature|response_?url|trigger_?id|redis_?url/i;
const PERSONAL_KEY =
  /phone|telefono|teléfono|celular|e-?mail|correo|customer|cliente|national|c[eé]dula|\bdni\b|comment|comentario|observa/i;

/** A copy that may be logged: masked by the names of its fields and by the shapes of its texts, at most `depth` levels deep. */
export function redacted(value: unknown, depth = 6): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return redactedError(value, depth);
  if (depth <= 0) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redacted(item, depth - 1));
  if ('toJSON' in value && typeof value.toJSON === 'function') return redacted(value.toJSON(), depth - 1);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, byKey(key, inner, depth - 1)]));
}

function byKey(key: string, value: unknown, depth: number): unknown {
  const bare = value === null || value === undefined || typeof value === 'boolean';
  if (SECRET_KEY.test(key) && !bare && typeof value !== 'number') return SECRET;
  const small = typeof value === 'number' && Math.abs(value) < 10_000;
  if (PERSONAL_KEY.test(key) && !bare && !small) return PERSONAL;
  return redacted(value, depth);
}

function redactedError(error: Error, depth: number): unknown {
  const code = 'code' in error && ['string', 'number'].includes(typeof error.code) ? { code: error.code } : {};
  const cause = error.cause !== undefined && depth > 0 ? { cause: redacted(error.cause, Math.min(depth - 1, 2)) } : {};
  const stack = error.stack === undefined ? {} : { stack: redact(error.stack.split('\n').slice(0, 12).join('\n')) };
  return { name: error.name, ...code, message: redact(error.message), ...stack, ...cause };
}
