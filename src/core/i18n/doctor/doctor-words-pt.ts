import type { DoctorWords } from './doctor-words.ts';

const found = (says: string, next: string | null = null) => ({ says, next });
const because = (reason: string | null): string => (reason === null ? '' : ` (${reason})`);

export const pt: DoctorWords = {
  node: {
    enough: ({ version }) => found(`Node ${version}.`),
    old: ({ version, needed }) =>
      found(`Node ${version} é anterior a ${needed}.`, 'Rode "npm ci" aqui, que traz o seu, ou instale um mais novo.'),
  },
  config: {
    right: ({ operations }) => found(`A configuração está certa: ${operations.join(', ')}.`),
    wrong: ({ mistakes }) =>
      found(
        `A configuração tem ${mistakes.length === 1 ? 'um erro' : `${mistakes.length} erros`}:\n${mistakes.join('\n')}`,
        'Corrija cada linha e rode "vigia doctor" de novo.',
      ),
    needed: found('Não foi verificado: primeiro é preciso corrigir a configuração.'),
  },
  store: {
    redis: ({ where }) => found(`O Redis responde em ${where}.`),
    embedded: ({ where }) => found(`O armazenamento próprio abre em ${where}.`),
    unreachable: ({ where, reason, redis }) =>
      found(
        `O armazenamento não responde em ${where}${because(reason)}.`,
        redis
          ? 'Verifique REDIS_URL e se o Redis está no ar e ao alcance daqui.'
          : 'Verifique se VIGIA_DATA_DIR existe, tem espaço e permite escrita.',
      ),
    locked: ({ where }) =>
      found(
        `Outro processo usa ${where}: normalmente é o bot em execução.`,
        'Se o bot não está rodando, veja quem usa a pasta; para rodar vários, defina REDIS_URL.',
      ),
    beside: 'Sem ele, esta verificação perguntou ao wolkvox por conta própria, fora da fila do bot.',
    keeps: found('O Redis não apaga o que lhe confiam (noeviction).'),
    evicts: ({ policy }) =>
      found(
        `O Redis apaga dados quando enche (${policy}): tarefas e envios se perderiam.`,
        'Defina "maxmemory-policy noeviction" na configuração dele, ou use outro Redis.',
      ),
    policyUnknown: found('O Redis não deixa ver sua maxmemory-policy; tem de ser noeviction.'),
  },
  slack: {
    none: found(
      'O Slack não foi verificado: SLACK_BOT_TOKEN não está definido.',
      'Para rodar o bot, defina SLACK_BOT_TOKEN e SLACK_APP_TOKEN.',
    ),
    known: ({ team }) => found(`O Slack aceita o token do bot em ${team}.`),
    wrongToken: ({ variable }) =>
      found(
        `O Slack não aceita ${variable}.`,
        'Copie-o de novo em api.slack.com/apps, no seu aplicativo; se ele foi removido, instale-o outra vez.',
      ),
    socket: found('O Slack abre conexões de Socket Mode.'),
    scopes: ({ count }) => found(`O aplicativo tem as ${count} permissões que usa.`),
    lacking: ({ scopes }) =>
      found(
        `Ao aplicativo ${scopes.length === 1 ? 'falta a permissão' : 'faltam as permissões'} ${scopes.join(', ')}.`,
        'Adicione em OAuth & Permissions (ou cole manifest.yml em App Manifest) e reinstale o aplicativo.',
      ),
    scopesUnknown: found('O Slack não disse quais permissões o aplicativo tem.'),
    member: ({ channel }) => found(`O bot está em ${channel}.`),
    notInvited: ({ channel }) => found(`O bot não está em ${channel}.`, 'Escreva "/invite @Vigía" nesse canal.'),
    noSuchChannel: ({ channel }) =>
      found(
        `O Slack não encontra ${channel}.`,
        'Se é privado, escreva lá "/invite @Vigía"; se não existe, corrija o id em "channels".',
      ),
    archived: ({ channel }) => found(`${channel} está arquivado.`, 'Reative-o no Slack ou tire-o de "channels".'),
  },
  roles: {
    some: ({ admins, supervisors }) =>
      found(`Há papéis: ${admins} em "admin" e ${supervisors} em "supervisor" (pessoas ou grupos).`),
    none: found(
      'Não há papéis: qualquer pessoa no Slack vê o que um supervisor vê.',
      'Escreva "roles" em vigia.yml: admin, supervisor e viewer, com ids de usuários ou de grupos.',
    ),
    noAdmin: found('Ninguém tem o papel "admin".', 'Escreva ao menos uma pessoa ou um grupo em "roles: admin".'),
  },
  wolkvox: {
    answers: ({ operation, left, limit }) =>
      found(
        left === null || limit === null
          ? `O wolkvox responde por ${operation}.`
          : `O wolkvox responde por ${operation}: restam ${left} de ${limit} consultas hoje.`,
      ),
    saysNothing: ({ operation }) =>
      found(
        `Algo responde no endereço de ${operation}, mas não diz a cota: talvez não seja o wolkvox.`,
        'Verifique WOLKVOX_SERVER, WOLKVOX_URL (ou "server", "url"). Um dia com trabalho esclarece: vigia report agents yesterday.',
      ),
    wrongToken: ({ operation }) =>
      found(
        `O wolkvox não aceita o token de ${operation}.`,
        'Crie um em Manager → Integrações → Tokens e coloque-o em WOLKVOX_TOKEN (ou em "token" no arquivo).',
      ),
    noServer: ({ operation }) =>
      found(
        `O servidor do wolkvox de ${operation} não existe.`,
        'Verifique WOLKVOX_SERVER (ou "server"): é o número wv0000 do endereço do Manager.',
      ),
    notAllowed: ({ operation, cause }) =>
      found(
        `Não há conexão com o servidor do wolkvox de ${operation}${because(cause)}.`,
        'Quase sempre é a lista de IPs: peça ao wolkvox que permita o IP público deste servidor. Verifique também o firewall de saída.',
      ),
    usedUp: ({ operation, time, city }) =>
      found(
        `As consultas de hoje de ${operation} acabaram.`,
        `Voltam às ${time} (${city}). Os tokens da operação dividem a cota: veja quem mais a usa.`,
      ),
    notAsked: ({ operation }) => found(`Não foi verificado: o wolkvox não respondeu antes por ${operation}.`),
    sameZone: ({ zone }) => found(`As linhas confirmam o fuso ${zone}.`),
    otherZone: ({ operation, zone, expected, seen }) =>
      found(
        `O fuso de ${operation} não é o do servidor: ${zone} é ${expected}, as linhas dizem ${seen}.`,
        'Corrija VIGIA_ZONE (ou "zone"): com outro fuso os dias começam em outra hora.',
      ),
    zoneUnproven: found('Não houve chamadas nos últimos dez minutos que confirmem o fuso.'),
    clockRight: found('Os relógios deste servidor e do wolkvox coincidem.'),
    clockWrong: ({ minutes }) =>
      found(`O relógio deste servidor difere ${minutes} min do relógio do wolkvox.`, 'Sincronize a hora (NTP).'),
  },
};
