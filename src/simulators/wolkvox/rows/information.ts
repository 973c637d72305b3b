import { dateAndClock, type Moment } from '../operation/local-time.ts';
import { agents, campaigns, skills, testAgent } from '../operation/roster.ts';
import type { Row } from './row.ts';

const offered =
  'pbx screen_recording gamification speech_analytics intelligentdial bi whatsapp chat_web email crm'.split(' ');
const notOffered =
  'video_call stereo_recording text_analytics rsync blob_storage aws_s3 sso facebook_page telegram'.split(' ');

export interface TokenUse {
  readonly limit: number;
  readonly used: number;
}

export function skillRows(now: Moment): Row[] {
  return skills.map((skill) => ({
    skill_id: skill.id,
    skill_name: skill.name,
    skill_description: skill.description,
    last_use: dateAndClock(now),
  }));
}

export function agentRows(now: Moment): Row[] {
  const people = [...agents, { ...testAgent, dni: '' }];
  return people.map((agent) => ({
    agent_id: agent.id,
    agent_name: agent.name,
    agent_dni: agent.dni,
    agent_status: 'ready',
    last_use: agent.id === testAgent.id ? '-' : dateAndClock(now),
    agent_sso: '',
    enabled: 'yes',
  }));
}

export function campaignRows(now: Moment): Row[] {
  return campaigns.map((campaign) => ({
    campaign_id: campaign.id,
    campaign_name: campaign.name,
    campaign_description: campaign.description,
    type_campaign: 'preview',
    status: 'Started',
    records: '1400',
    speed: '0',
    dial_mode: 'preview',
    last_use: dateAndClock(now),
    recycled: '0',
    turbo_dial: 'no',
    skill_id: campaign.skillId,
  }));
}

export function tokenRows(use: TokenUse): Row[] {
  return [
    {
      description: 'Tablero de supervisores',
      token_limit: String(use.limit),
      token_use_today: String(use.used),
      all_token_today: String(use.used),
      available_consumption_options: String(Math.max(0, use.limit - use.used)),
    },
  ];
}

export function serviceRows(licences: number): Row[] {
  const flags = [...offered.map((name) => [name, 'yes']), ...notOffered.map((name) => [name, 'no'])];
  return [{ licenses: String(licences), ...Object.fromEntries(flags) }];
}
