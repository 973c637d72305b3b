import type { Language } from '../options.ts';

const es = {
  onlyYou: 'Solo visible para ti',
  app: 'APP',
  channels: 'Canales',
  direct: 'Mensajes directos',
  apps: 'Aplicaciones',
  home: 'Inicio',
  write: (place: string) => `Enviar un mensaje a ${place}`,
  send: 'Enviar',
  viewAs: 'Ves como',
  language: 'Idioma',
  menu: 'Menú',
  today: 'Hoy',
  yesterday: 'Ayer',
  tomorrow: 'Mañana',
  edited: '(editado)',
  close: 'Cerrar',
  cancel: 'Cancelar',
  required: 'Completa este campo obligatorio.',
  choose: 'Elige una opción',
  more: 'Más acciones',
  download: 'Descargar',
  noHome: 'Vigía aún no ha publicado su inicio.',
  archived: 'Este canal está archivado.',
  connected: 'conectada',
  away: 'sin conexión',
  commands: 'Comandos',
  usage: 'agentes ayer · auxiliares hoy · espera hoy · ayuda',
  invite: 'suma a Vigía a este canal',
  shown: (from: number, to: number, all: number) => `${from}–${to} de ${all}`,
  previous: 'Anterior',
  next: 'Siguiente',
  sort: 'Ordenar por',
  simulated: 'Slack simulado · personas inventadas',
  simulation: 'Simulación',
  simulationNote:
    'Slack y wolkvox simulados en esta máquina. Las personas y las cifras son inventadas; nada sale de aquí.',
  simulationDay: 'Cómo está wolkvox',
  simulationMoment: 'Hacer que pase ahora',
  simulationHappened: (label: string) => `Ahora ${label}.`,
  simulationTold: (label: string) =>
    `Desde ahora: ${label}. Lo leído hace menos de medio minuto se muestra igual; después se nota.`,
  greet: 'Pregúntale a Vigía por la operación',
  greetHow: (command: string) =>
    `Pulsa un ejemplo o escribe ${command} y lo que quieres ver. La respuesta te llega solo a ti.`,
  greetAway:
    'Vigía no está en este canal: igual te responde solo a ti. Para que pueda publicar aquí, escribe /invite @Vigía.',
  failed: 'Vigía no respondió a tiempo. Inténtalo de nuevo.',
};

export type Words = typeof es;

const en: Words = {
  onlyYou: 'Only visible to you',
  app: 'APP',
  channels: 'Channels',
  direct: 'Direct messages',
  apps: 'Apps',
  home: 'Home',
  write: (place) => `Message ${place}`,
  send: 'Send',
  viewAs: 'View as',
  language: 'Language',
  menu: 'Menu',
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
  edited: '(edited)',
  close: 'Close',
  cancel: 'Cancel',
  required: 'Please complete this required field.',
  choose: 'Choose an option',
  more: 'More actions',
  download: 'Download',
  noHome: 'Vigía has not published its home yet.',
  archived: 'This channel is archived.',
  connected: 'connected',
  away: 'away',
  commands: 'Commands',
  usage: 'agents yesterday · aux today · hold today · help',
  invite: 'adds Vigía to this channel',
  shown: (from, to, all) => `${from}–${to} of ${all}`,
  previous: 'Previous',
  next: 'Next',
  sort: 'Sort by',
  simulated: 'Simulated Slack · invented people',
  simulation: 'Simulation',
  simulationNote:
    'Slack and wolkvox are simulated on this machine. People and figures are invented; nothing leaves it.',
  simulationDay: 'How wolkvox is',
  simulationMoment: 'Make it happen now',
  simulationHappened: (label) => `Now ${label}.`,
  simulationTold: (label) =>
    `From now on: ${label}. What was read less than half a minute ago still shows; after that it can be seen.`,
  greet: 'Ask Vigía about the operation',
  greetHow: (command) =>
    `Press an example, or type ${command} and what you want to see. The answer comes to you alone.`,
  greetAway: 'Vigía is not in this channel: it still answers you alone. To let it post here, type /invite @Vigía.',
  failed: 'Vigía did not answer in time. Please try again.',
};

const pt: Words = {
  onlyYou: 'Só visível para você',
  app: 'APP',
  channels: 'Canais',
  direct: 'Mensagens diretas',
  apps: 'Aplicativos',
  home: 'Início',
  write: (place) => `Enviar mensagem para ${place}`,
  send: 'Enviar',
  viewAs: 'Você vê como',
  language: 'Idioma',
  menu: 'Menu',
  today: 'Hoje',
  yesterday: 'Ontem',
  tomorrow: 'Amanhã',
  edited: '(editado)',
  close: 'Fechar',
  cancel: 'Cancelar',
  required: 'Preencha este campo obrigatório.',
  choose: 'Escolha uma opção',
  more: 'Mais ações',
  download: 'Baixar',
  noHome: 'Vigía ainda não publicou o início.',
  archived: 'Este canal está arquivado.',
  connected: 'conectada',
  away: 'sem conexão',
  commands: 'Comandos',
  usage: 'agentes ontem · auxiliares hoje · espera hoje · ajuda',
  invite: 'adiciona Vigía a este canal',
  shown: (from, to, all) => `${from}–${to} de ${all}`,
  previous: 'Anterior',
  next: 'Próxima',
  sort: 'Ordenar por',
  simulated: 'Slack simulado · pessoas inventadas',
  simulation: 'Simulação',
  simulationNote: 'Slack e wolkvox simulados nesta máquina. As pessoas e os números são inventados; nada sai daqui.',
  simulationDay: 'Como está o wolkvox',
  simulationMoment: 'Fazer acontecer agora',
  simulationHappened: (label) => `Agora ${label}.`,
  simulationTold: (label) =>
    `A partir de agora: ${label}. O que foi lido há menos de meio minuto ainda aparece; depois se nota.`,
  greet: 'Pergunte à Vigía sobre a operação',
  greetHow: (command) => `Toque em um exemplo ou digite ${command} e o que quer ver. A resposta chega só para você.`,
  greetAway:
    'A Vigía não está neste canal: mesmo assim responde só a você. Para que possa publicar aqui, digite /invite @Vigía.',
  failed: 'Vigía não respondeu a tempo. Tente de novo.',
};

export const languages = [
  { locale: 'es-LA', name: 'Español' },
  { locale: 'en-US', name: 'English' },
  { locale: 'pt-BR', name: 'Português' },
] as const;

export function languageOf(locale: string): Language {
  if (locale.startsWith('en')) return 'en';
  return locale.startsWith('pt') ? 'pt' : 'es';
}

export function wordsFor(locale: string): Words {
  return { es, en, pt }[languageOf(locale)];
}
