import { lineAt, type Source } from './source.ts';

type Ban = { readonly what: RegExp; readonly except: RegExp; readonly instead: string };

const PURE = '^(?!core/|reports/)';

/** `except`: the files that may. */
const BANS: readonly Ban[] = [
  {
    what: /\bDate\.now\b|\bnew Date\(\s*\)|(?<![\w.])Date\(\s*\)|\bperformance\.now\b/g,
    except: /^(adapters\/clock\.ts$|simulators\/)/,
    instead: 'time is an argument: take `now`, or ask the Clock port',
  },
  {
    what: /\bDateTime\.(?:now\(|(?:local|utc)\(\s*\))/g,
    except: /^$/,
    instead: 'time is an argument: DateTime.fromMillis(now, { zone })',
  },
  {
    what: /\bMath\.random\b/g,
    except: /^(adapters\/clock|app[\w-]*)\.ts$/,
    instead: 'chance is an argument: let the caller hand it in (node:crypto in an adapter)',
  },
  {
    what: /\bcrypto\.(?:randomUUID|getRandomValues)\b|(?<![\w.])set(?:Timeout|Interval|Immediate)\(|(?<![\w.])fetch\(/g,
    except: new RegExp(PURE),
    instead: 'core and reports are pure: no chance, no timer, no network',
  },
  {
    what: /(?<![\w.])async\b|\bawait\b/g,
    except: /^(?!reports\/)/,
    instead: 'a report is a pure fold: what must be waited for belongs in a flow',
  },
  {
    what: /\bprocess\.env\b/g,
    except: /^(config\/|main\.ts$|cli\.ts$|demo[\w-]*\.ts$)/,
    instead: 'settings come from Config: let app.ts hand them in',
  },
  {
    what: /(?<![\w.])console\./g,
    except: /^(triggers\/cli\/|main\.ts$|cli\.ts$|demo[\w-]*\.ts$|simulators\/slack\/page\/browser\/)/,
    instead: 'tell the Log port',
  },
];

/** Every use of what is forbidden where it stands, as one line that says what to do instead. */
export function forbiddenUses(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, code }) =>
    BANS.filter(({ except }) => !except.test(path)).flatMap(({ what, instead }) =>
      [...code.matchAll(what)].map(
        (match) => `src/${path}:${lineAt(code, match.index)} uses ${match[0].trim()}: ${instead}`,
      ),
    ),
  );
}

const MOST_LINES = 250;
const NAMELESS = /(^|\/)(utils?|helpers?|common|types|misc|shared|lib)(\/|\.|$)/;

export function oversized(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ lines }) => lines > MOST_LINES)
    .map(
      ({ path, lines }) =>
        `src/${path}:${MOST_LINES + 1} has ${lines} lines, more than ${MOST_LINES}: give one of its thoughts its own file`,
    );
}

const MOST_FILES = 35;

/** A folder with more files than one remembers, as one line that says what to do. */
export function crowded(sources: readonly Source[]): readonly string[] {
  const rooms = Map.groupBy(sources, ({ path }) => path.split('/').slice(0, -1).join('/'));
  return [...rooms]
    .filter(([, files]) => files.length > MOST_FILES)
    .map(
      ([room, { length }]) =>
        `src/${room}/ has ${length} files, more than ${MOST_FILES}: give what belongs together a room of its own`,
    );
}

export function nameless(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => NAMELESS.test(path) || /[A-Z]/.test(path))
    .map(({ path }) => `src/${path} is named for nothing: name it in kebab case for what it exports`);
}

export function medianLines(sources: readonly Source[]): number {
  const sorted = sources.map(({ lines }) => lines).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
