import type { Import, Source } from './source.ts';

/** What a room may import. `local`: paths from `src/`; `packages`: names; `types`: both, but only as types. `instead`: what to do. */
type Wall = {
  readonly room: RegExp;
  readonly local: readonly RegExp[];
  readonly packages: readonly RegExp[];
  readonly types?: readonly RegExp[];
  readonly instead: string;
};

const NODE = /^node:/;
const ZOD = /^zod$/;
const CORE = /^core\//;
const PORTS = /^ports\.ts$/;
const REPORT = /^reports\/report\.ts$/;
const CATALOG = /^reports\/catalog\.ts$/;
const SLACK_TYPES = /^@slack\/(bolt|types|web-api)$/;

/** The libraries of each adapter; what is not here has no library of its own. */
const LIBRARIES: Readonly<Record<string, readonly RegExp[]>> = {
  wolkvox: [/^undici$/, /^@streamparser\/json$/],
  store: [/^ioredis$/, /^@electric-sql\/pglite$/],
  bullmq: [/^bullmq$/, /^ioredis$/],
  slack: [/^@slack\/(bolt|web-api|types)$/, /^undici$/],
  log: [/^pino$/],
  metrics: [/^prom-client$/],
  spreadsheet: [/^write-excel-file$/],
  holidays: [/^date-holidays$/],
};

function wallsOf(path: string): Wall | null {
  const [, report] = /^reports\/([^/]+)\//.exec(path) ?? [];
  const [, adapter] = /^adapters\/([a-z]+)/.exec(path) ?? [];
  const [, trigger] = /^triggers\/([a-z]+)/.exec(path) ?? [];
  const walls: readonly Wall[] = [
    {
      room: CORE,
      local: [CORE],
      packages: [ZOD, /^luxon$/, /^simple-statistics$/, /^fastest-levenshtein$/],
      instead: 'core decides and touches nothing: hand the value in as an argument',
    },
    {
      room: CATALOG,
      local: [/^reports\//, CORE],
      packages: [],
      instead: 'the catalogue only lists the reports',
    },
    {
      room: REPORT,
      local: [CORE],
      packages: [ZOD],
      instead: 'the contract of the reports knows core alone',
    },
    {
      room: /^reports\/[^/]+\//,
      local: [new RegExp(`^reports/${report}/`), REPORT, CORE],
      packages: [ZOD],
      instead: 'a report knows itself, report.ts and core; what two reports share belongs in core',
    },
    {
      room: /^config\//,
      local: [/^config\//, CORE],
      packages: [ZOD, /^yaml$/, /^node:fs$/, /^fastest-levenshtein$/],
      instead: 'config only reads and checks; let app.ts hand its values on',
    },
    {
      room: PORTS,
      local: [],
      packages: [],
      types: [CORE, REPORT],
      instead: 'ports.ts holds types alone, and only of core and report.ts (import type)',
    },
    {
      room: /^flows\//,
      local: [/^flows\//, PORTS, CATALOG, REPORT, CORE],
      packages: [ZOD],
      instead: 'a flow asks a port: add what it needs to ports.ts and let an adapter answer',
    },
    {
      room: /^triggers\//,
      local: [new RegExp(`^triggers/${trigger}`), /^flows\//, PORTS, CATALOG, CORE],
      packages: [ZOD, NODE],
      types: [REPORT, SLACK_TYPES],
      instead: 'a trigger starts a flow and shows its result: let app.ts hand it what it needs',
    },
    {
      room: /^adapters\//,
      local: [new RegExp(`^adapters/${adapter}(/|-|\\.ts$)`), PORTS, CORE],
      packages: [ZOD, NODE, ...(LIBRARIES[adapter ?? ''] ?? [])],
      types: [REPORT],
      instead: 'an adapter answers one port with its one library; app.ts joins adapters',
    },
    {
      room: /^simulators\//,
      local: [/^simulators\//],
      packages: [NODE, ZOD, /^luxon$/, /^ws$/, /^emulate$/, /^react(-dom)?$/, /^slack-blocks-to-jsx$/],
      instead: 'a simulator speaks the wire and shares no code with the bot, so that both cannot be wrong alike',
    },
    {
      room: /^demo(\.ts$|\/)/,
      local: [/./],
      packages: [NODE, ZOD],
      instead: 'the demo starts what exists; a library belongs to an adapter',
    },
    {
      room: /^((app|main|cli|version)[\w-]*\.ts|app\/.*)$/,
      local: [/^(?!simulators\/|demo)/],
      packages: [NODE],
      instead: 'the bot itself knows no simulator and no library: app.ts makes adapters, main.ts and cli.ts start',
    },
  ];
  return walls.find(({ room }) => room.test(path)) ?? null;
}

/** Every import through a wall, each as one line that says where, what and what to do instead. */
export function brokenWalls(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, imports }) => {
    const wall = wallsOf(path);
    if (wall === null) return [`src/${path}:1 is in no room of the house: see the table of ARCHITECTURE.md`];
    return imports
      .filter((entry) => !mayPass(wall, entry))
      .map(({ to, line, local }) => `src/${path}:${line} imports ${local ? `src/${to}` : to}: ${wall.instead}`);
  });
}

function mayPass(wall: Wall, { to, local, typeOnly }: Import): boolean {
  const open = local ? wall.local : wall.packages;
  if (open.some((pattern) => pattern.test(to))) return true;
  return typeOnly && (wall.types ?? []).some((pattern) => pattern.test(to));
}

/** Each ring of files that import one another, by its shortest way round. Only what exists at run time counts: types are erased. */
export function circles(sources: readonly Source[]): readonly string[] {
  const next = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter(({ local, typeOnly }) => local && !typeOnly).map(({ to }) => to),
    ]),
  );
  const found = new Map<string, string>();
  for (const { path } of sources) {
    const ring = wayBack(path, next);
    if (ring !== null)
      found.set(
        [...ring].sort().join(),
        `${[...ring, path].map((file) => `src/${file}`).join(' → ')}: take out what both need`,
      );
  }
  return [...found.values()];
}

function wayBack(start: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const seen = new Set<string>();
  let ways: (readonly string[])[] = [[start]];
  while (ways.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const way of ways) {
      for (const file of next.get(way.at(-1) ?? '') ?? []) {
        if (file === start) return way;
        if (seen.has(file)) continue;
        seen.add(file);
        longer.push([...way, file]);
      }
    }
    ways = longer;
  }
  return null;
}
