export interface Person {
  id: string;
  handle: string;
  name: string;
  /** What the page shows next to the name, and Slack as the person's title. */
  role: string;
  locale: string;
  zone: string;
  /** Another workspace, of whoever comes through a shared channel. */
  team?: string;
  bot?: boolean;
  deactivated?: boolean;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  members: Set<string>;
  archived: boolean;
  topic: string;
}

export interface Group {
  id: string;
  handle: string;
  name: string;
  users: string[];
}

export interface ChannelSeed {
  id: string;
  name: string;
  kind?: 'public' | 'private';
  members?: string[];
  archived?: boolean;
  topic?: string;
}

export interface PersonSeed {
  id: string;
  name: string;
  handle?: string;
  role?: string;
  locale?: string;
  zone?: string;
  team?: string;
}

export const bot = {
  userId: 'U00VIGIA',
  botId: 'B00VIGIA',
  appId: 'A00VIGIA',
  name: 'Vigía',
  handle: 'vigia',
} as const;
export const team = { id: 'T00CENTRO', domain: 'centro-de-contacto', name: 'Centro de contacto' } as const;

export const defaultPeople: readonly PersonSeed[] = [
  { id: 'U01LAURA', handle: 'laura', name: 'Laura Gómez', role: 'supervisora' },
  { id: 'U02CARLOS', handle: 'carlos', name: 'Carlos Peña', role: 'gerente' },
  { id: 'U03SARA', handle: 'sara', name: 'Sara Mejía', role: 'invitada' },
];

export const defaultChannels: readonly ChannelSeed[] = [
  { id: 'C01OPERACIONES', name: 'operaciones', topic: 'La operación de hoy' },
  { id: 'C02SUPERVISORES', name: 'supervisores', kind: 'private', topic: 'Solo supervisores' },
  { id: 'C03PISO2', name: 'piso-2', members: [], topic: 'Sin Vigía: invítala con /invite' },
];

export const defaultGroups: readonly Group[] = [
  { id: 'S01SUPERVISORES', handle: 'supervisores', name: 'Supervisores', users: ['U01LAURA', 'U02CARLOS'] },
];
