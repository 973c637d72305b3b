import type { ChannelSeed } from '../simulators/slack/index.ts';

/** Where the page can ask from. Into piso-2 the bot was not invited; it is private, as Slack lets an app post in any public channel. */
export const demoChannels: readonly ChannelSeed[] = [
  { id: 'C01OPERACIONES', name: 'operaciones', topic: 'La operación de hoy' },
  { id: 'C02SUPERVISORES', name: 'supervisores', kind: 'private', topic: 'Solo supervisores: nombres completos' },
  { id: 'C03PISO2', name: 'piso-2', kind: 'private', members: [], topic: 'Vigía no está invitada' },
];

type DemoParts = {
  readonly wolkvox: { readonly url: string; readonly token: string };
  readonly slack: { readonly apiUrl: string; readonly botToken: string; readonly appToken: string };
  readonly dataDir: string;
};

/** The configuration that the demo runs with, written as anybody would write theirs. */
export function demoConfig({ wolkvox, slack, dataDir }: DemoParts): {
  readonly env: Readonly<Record<string, string>>;
  readonly file: string;
} {
  return {
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      WOLKVOX_TOKEN: wolkvox.token,
      VIGIA_CONFIG: 'demo.yml',
      VIGIA_DATA_DIR: dataDir,
      PORT: '0',
    },
    file: `
operations:
  - id: bogota
    name: Operación Bogotá
    url: ${wolkvox.url}
    token: \${WOLKVOX_TOKEN}
    zone: America/Bogota
    locale: es
    currency: COP
    licences: 10
    country: CO
    hours: mon-fri 07:00-19:00, sat 08:00-14:00
    pacing: { freshness: 30s }
    ignore_agents: [PRUEBA TI]
    aux:
      allowances: { Almuerzo: 60m }
      ordered: [Capacitación, Reunión]
channels:
  C01OPERACIONES: { operation: bogota, names: initials, audience: everyone, locale: es }
  C02SUPERVISORES: { operation: bogota, names: full, audience: supervisors, locale: es }
roles: { admin: [U02CARLOS], supervisor: [S01SUPERVISORES], viewer: everyone }
digests:
  - id: corte
    name: Corte de turno
    operation: bogota
    channels: [C02SUPERVISORES]
    reports: [auxiliares hoy, espera hoy, agentes hoy top 5, promesas]
    at: ["08:10", "12:10", "18:10"]
    days: weekdays
    skip_holidays: true
`,
  };
}
