import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { PLAIN, SECRETS } from '../src/config/variables.ts';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const text = read('compose.yml');
const service = z.looseObject({
  image: z.string(),
  read_only: z.literal(true),
  init: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  restart: z.literal('unless-stopped'),
  stop_grace_period: z.string().regex(/^\d+s$/),
  tmpfs: z.array(z.string()),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  deploy: z.object({ replicas: z.number() }).default({ replicas: 1 }),
});
const { services, volumes, networks } = z
  .looseObject({
    services: z.strictObject({ web: service, worker: service, valkey: service, bot: service }),
    volumes: z.record(z.string(), z.null()),
    networks: z.record(z.string(), z.unknown()),
  })
  .parse(parse(text, { merge: true }));
const all = Object.values(services);
const ours = [services.web, services.worker, services.bot];

describe('compose.yml', () => {
  it('starts one web, two workers and Valkey; one process alone only where it is named', () => {
    expect([services.web, services.worker, services.valkey].map(({ deploy }) => deploy.replicas)).toEqual([1, 2, 1]);
    expect(ours.map(({ environment }) => environment['VIGIA_ROLE'])).toEqual(['web', 'worker', 'all']);
    expect(all.map(({ profiles }) => profiles)).toEqual([[], [], [], ['one']]);
  });

  it('gives the bot no variable that the configuration does not know, and no secret', () => {
    const known: readonly string[] = [...PLAIN, ...SECRETS, ...SECRETS.map((name) => `${name}_FILE`)];
    const given = ours.flatMap(({ environment }) => Object.entries(environment));
    expect(given.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
    expect(text).not.toMatch(/xox[a-z]-|xapp-|TOKEN|SIGNING|requirepass|:\/\/[^/\s"]*:[^/\s"]*@/);
  });

  it('listens and keeps its files where ports and volumes are, whatever .env says for a bot outside of a container', () => {
    for (const { environment } of ours) {
      expect(environment).toMatchObject({ HOST: '0.0.0.0', PORT: '3000', VIGIA_DATA_DIR: '/app/data' });
    }
    for (const { ports } of [services.web, services.bot]) expect(ports).toEqual(['127.0.0.1:3000:3000']);
  });

  it('names every image with a version: our own with that of the package', () => {
    const { version } = z.looseObject({ version: z.string() }).parse(JSON.parse(read('package.json')));
    expect(ours.map(({ image }) => image)).toEqual(ours.map(() => `vigia:${version}`));
    expect(services.valkey.image).toMatch(/^valkey\/valkey:\d+\.\d+\.\d+-\w+$/);
  });

  it('opens no port to others than this machine, and Valkey to nobody but the bot', () => {
    expect(all.flatMap(({ ports }) => ports).filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    expect(services.valkey.networks).toEqual(['store']);
    expect(networks['store']).toEqual({ internal: true });
    for (const { networks: own } of [services.web, services.worker]) expect(own).toEqual(['out', 'store']);
  });

  it('lets each write to nothing but memory and its own volume, and gives the bot longer to end than it needs', () => {
    const writable = (one: (typeof all)[number]) =>
      [...one.tmpfs, ...one.volumes.map((volume) => volume.slice(volume.indexOf(':') + 1))].map(
        (path) => path.split(':')[0],
      );
    for (const one of ours) expect(writable(one)).toEqual(['/tmp', '/app/data']);
    expect(writable(services.valkey)).toEqual(['/tmp', '/data']);
    const named = all.flatMap((one) => one.volumes.map((volume) => volume.split(':')[0]));
    expect(new Set(named)).toEqual(new Set(Object.keys(volumes)));
    for (const one of ours) expect(Number.parseInt(one.stop_grace_period, 10)).toBeGreaterThan(30);
  });

  it('has Valkey keep what it is told and drop nothing', () => {
    const { command } = services.valkey;
    const after = (flag: string) => command[command.indexOf(flag) + 1];
    expect([after('--appendonly'), after('--maxmemory-policy')]).toEqual(['yes', 'noeviction']);
  });
});
