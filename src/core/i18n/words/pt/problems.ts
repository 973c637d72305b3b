import { aside, channelName, fact } from '../fact.ts';
import type { ProblemArgs, ProblemWords } from '../wording.ts';

const later = ({ retryAt, now, format }: ProblemArgs): string => {
  if (retryAt === null) return 'Tente de novo em alguns minutos.';
  return retryAt - now < 60_000
    ? 'Tente de novo em um minuto.'
    : `Tente de novo às ${format.time(retryAt)} (${format.city}).`;
};
const Admin = 'Quem administra o bot';
const admin = 'quem administra o bot';

/** Spoken to a person on the floor, Brazilian usage: what happened, then the next step. */
export const problems: ProblemWords = {
  'wolkvox.token': ({ operation }) => ({
    what: `Não consegui ler o wolkvox: o token de ${operation} não é válido.`,
    next: [
      `${Admin} deve criar um em Manager → Integrações → Tokens e colocá-lo em `,
      { code: 'WOLKVOX_TOKEN' },
      ' (ou no arquivo de configuração). Nada mais foi afetado.',
    ],
  }),
  'wolkvox.quota': (args) => {
    const limit = fact(args, 'limit');
    return {
      what:
        limit === null
          ? `Todas as consultas de hoje da cota de ${args.operation} já foram usadas.`
          : `As ${limit} consultas de hoje da cota de ${args.operation} já foram usadas.`,
      next: `Volta a haver às ${args.retryAt === null ? '00:00' : args.format.time(args.retryAt)} (${args.format.city}).`,
    };
  },
  'wolkvox.busy': (args) => ({
    what: `O wolkvox está atendendo outras consultas com o token de ${args.operation}.`,
    next: `${later(args)} Se for frequente, veja se outro programa usa o mesmo token: dê um próprio a ele.`,
  }),
  'wolkvox.maintenance': (args) => ({
    what: `O wolkvox respondeu manutenção${aside(args.operation)}.`,
    next: `${later(args)} O que falta não é zero.`,
  }),
  'wolkvox.unreachable': ({ operation }) => ({
    what: `Não consegui conectar com o servidor wolkvox de ${operation}.`,
    next: `Se é a primeira vez, ${admin} deve pedir ao wolkvox que libere o IP deste servidor. Se antes funcionava, tente de novo em alguns minutos.`,
  }),
  'wolkvox.server-not-found': (args) => ({
    what: `O servidor wolkvox de ${args.operation}${aside(fact(args, 'server'))} não existe.`,
    next: [`${Admin} deve conferir `, { code: 'WOLKVOX_SERVER' }, ': é o número que aparece no endereço do Manager.'],
  }),
  'wolkvox.timeout': ({ operation }) => ({
    what: `O wolkvox demorou demais para responder por ${operation}.`,
    next: 'Peça um período mais curto ou tente de novo em alguns minutos.',
  }),
  'wolkvox.bad-answer': (args) => ({
    what: `O wolkvox respondeu algo que não dá para ler${aside(fact(args, 'status'))}.`,
    next: `${later(args)} Se acontecer de novo, avise ${admin}.`,
  }),
  'wolkvox.refused': (args) => ({
    what: `O wolkvox não aceitou a consulta${aside(fact(args, 'message') ?? fact(args, 'status'))}.`,
    next: 'Talvez este relatório não esteja habilitado no seu servidor wolkvox. Tente outro período ou pergunte ao seu contato do wolkvox.',
  }),
  'wolkvox.failing': (args) => ({ what: `O wolkvox está falhando${aside(fact(args, 'status'))}.`, next: later(args) }),
  'wolkvox.resting': (args) => ({
    what: `O wolkvox falhou várias vezes seguidas em ${args.operation}; parei de perguntar por um tempo para não sobrecarregar.`,
    next: later(args),
  }),
  'wolkvox.too-many-rows': (args) => ({
    what: `Esse período tem mais linhas do que o wolkvox entrega${aside(fact(args, 'limit'))}.`,
    next: 'Peça um período mais curto, por exemplo um só dia ou algumas horas.',
  }),
  'wolkvox.too-large': (args) => ({
    what: `A resposta do wolkvox é maior do que dá para ler${aside(fact(args, 'limit'))}.`,
    next: 'Peça um período mais curto, por exemplo um só dia.',
  }),
  'wolkvox.in-progress': (args) => ({
    what: 'A consulta continua em andamento: está na fila ou o wolkvox ainda responde.',
    next: `${args.retryAt === null ? 'Peça de novo em um minuto.' : later(args)} Nada se perde nem se conta duas vezes.`,
  }),
  'store.unavailable': () => ({
    what: 'O bot não consegue ler o que guarda.',
    next: ['Tente de novo em alguns minutos. ', `${Admin} pode ver a causa com `, { code: 'vigia doctor' }, '.'],
  }),
  'store.locked': () => ({
    what: 'Outro processo já usa a pasta de dados do bot.',
    next: ['Pare o outro, ou use ', { code: 'REDIS_URL' }, ' para rodar vários.'],
  }),
  'store.evicts': (args) => ({
    what: `O Redis pode apagar o que o bot guarda quando a memória encher${aside(fact(args, 'policy'))}.`,
    next: ['Defina ', { code: 'maxmemory-policy noeviction' }, ' na configuração, ou use outro Redis.'],
  }),
  'slack.token': () => ({
    what: 'O Slack não aceitou o token do bot.',
    next: [`${Admin} deve conferir `, { code: 'SLACK_BOT_TOKEN' }, ' e reinstalar o aplicativo se for preciso.'],
  }),
  'slack.scope': (args) => ({
    what: `Falta ao aplicativo uma permissão do Slack${aside(fact(args, 'needed') ?? fact(args, 'scope'))}.`,
    next: `${Admin} deve adicioná-la na configuração do aplicativo e reinstalar.`,
  }),
  'slack.not-invited': (args) => ({
    what: `Não estou em ${channelName(args) ?? 'esse canal'}.`,
    next: ['Me convide com ', { code: '/invite @Vigía' }, ' e tente de novo.'],
  }),
  'slack.no-such-channel': (args) => ({
    what: `Não encontro ${channelName(args) ?? 'esse canal'}.`,
    next: ['Se for privado, me convide com ', { code: '/invite @Vigía' }, '; se foi apagado, escolha outro.'],
  }),
  'slack.archived': (args) => ({
    what: `${channelName(args) ?? 'Esse canal'} está arquivado.`,
    next: 'Reative no Slack ou escolha outro canal.',
  }),
  'slack.busy': (args) => ({ what: 'O Slack pediu para ir mais devagar.', next: later(args) }),
  'slack.refused': () => ({
    what: 'O Slack não aceitou a mensagem.',
    next: `Tente de novo; se acontecer outra vez, avise ${admin}: a causa está no registro.`,
  }),
  'slack.unclear': () => ({
    what: 'O Slack não confirmou se a mensagem chegou.',
    next: 'Olhe o canal antes de enviar outra vez.',
  }),
  'slack.unavailable': (args) => ({ what: 'O Slack não está respondendo.', next: later(args) }),
  'slack.expired': () => ({
    what: 'Passou tempo demais desde o pedido e o Slack não deixa mais responder ali.',
    next: 'Peça de novo.',
  }),
  'request.not-understood': () => ({
    what: 'Não entendi o pedido.',
    next: ['Escreva o comando com ', { code: 'ajuda' }, ' para ver o que dá para perguntar.'],
  }),
  'access.denied': () => ({ what: 'O seu perfil não permite isso.', next: `Se precisar, peça a ${admin}.` }),
  'config.invalid': () => ({
    what: 'A configuração tem erros.',
    next: ['Rode ', { code: 'vigia config check' }, ' para ver todos, cada um com a sua linha.'],
  }),
  'port.unavailable': (args) => {
    const address = fact(args, 'address') ?? '';
    const because = fact(args, 'because');
    if (because === 'not-allowed') {
      return {
        what: `O sistema não permite ao bot escutar em ${address}.`,
        next: ['Ponha em ', { code: 'PORT' }, ' um número de 1024 ou mais.'],
      };
    }
    if (because === 'no-such-address') {
      return {
        what: `Esta máquina não tem o endereço ${address}.`,
        next: ['Corrija ', { code: 'HOST' }, ': 127.0.0.1 é só esta máquina, 0.0.0.0 são todos os seus endereços.'],
      };
    }
    return {
      what: `Outro programa já usa ${address === '' ? 'a porta' : address}.`,
      next: ['Pare o outro (pode ser este mesmo bot, já em execução) ou ponha outro número em ', { code: 'PORT' }, '.'],
    };
  },
  'bot.stopping': ({ operation }) => ({
    what: `O bot está reiniciando e não conseguiu ler o wolkvox por ${operation}.`,
    next: `Peça de novo em um minuto; se não responder, avise ${admin}.`,
  }),
  'data.invalid': (args) => ({
    what: `Os dados não têm a forma esperada${aside(fact(args, 'what') ?? fact(args, 'field'))}.`,
    next: `Peça de novo; se acontecer outra vez, avise ${admin}.`,
  }),
  unexpected: () => ({
    what: 'Algo falhou do nosso lado.',
    next: `Tente de novo; se acontecer outra vez, avise ${admin} com a hora: a causa está no registro.`,
  }),
};
