import { GRACE_MS } from './schema.ts';

// Expiry in Redis only cleans up: never before the engine's own now plus the grace, whatever instant the caller lives in.
const FORGET_AT = `
local function forget_at(expires)
  local t = redis.call('TIME')
  local now = t[1] * 1000 + math.floor(t[2] / 1000)
  return string.format('%.0f', math.max(tonumber(expires), now) + ${GRACE_MS})
end
`;

// Keys that Redis forgot by themselves leave their names in the index: `expiring` says which.
const TIDY = `
local function tidy(index, expiring)
  local t = redis.call('TIME')
  local gone = redis.call('ZRANGEBYSCORE', expiring, '-inf', t[1] * 1000, 'LIMIT', 0, 100)
  if #gone > 0 then
    redis.call('ZREM', index, unpack(gone))
    redis.call('ZREM', expiring, unpack(gone))
  end
  return #gone
end
`;

/** keys: document, index, expiring, revision; args: expected, key, value, expiresAt or ''. Gives the revision or null. */
export const PUT = `${FORGET_AT}${TIDY}
local revision = string.match(redis.call('GETRANGE', KEYS[1], 0, 20), '^%d+')
if ARGV[1] == 'absent' then
  if revision then return false end
elseif ARGV[1] ~= 'any' and ARGV[1] ~= revision then
  return false
end
tidy(KEYS[2], KEYS[3])
local new = redis.call('INCR', KEYS[4])
redis.call('SET', KEYS[1], string.format('%.0f', new) .. ' ' .. ARGV[3])
redis.call('ZADD', KEYS[2], 0, ARGV[2])
if ARGV[4] == '' then
  redis.call('ZREM', KEYS[3], ARGV[2])
else
  local at = forget_at(ARGV[4])
  redis.call('PEXPIREAT', KEYS[1], at)
  redis.call('ZADD', KEYS[3], at, ARGV[2])
end
return new
`;

/** keys: document, index, expiring; args: key. */
export const DELETE = `
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
`;

/** keys: index, expiring; args: lowest, highest (as ZRANGEBYLEX has them), how many. Gives keys. */
export const LIST = `${TIDY}
while tidy(KEYS[1], KEYS[2]) > 0 do end
return redis.call('ZRANGEBYLEX', KEYS[1], ARGV[1], ARGV[2], 'LIMIT', 0, ARGV[3])
`;

/** keys: log, last id; args: at, value. Entries of one instant keep the order in which they came. */
export const APPEND = `
local id = redis.call('INCR', KEYS[2])
redis.call('ZADD', KEYS[1], ARGV[1], string.format('%016.0f', id) .. ' ' .. ARGV[2])
`;

/** keys: counter; args: amount, expiresAt. */
export const ADD = `${FORGET_AT}
local value = redis.call('INCRBY', KEYS[1], ARGV[1])
redis.call('PEXPIREAT', KEYS[1], forget_at(ARGV[2]))
return value
`;

/** keys: counter; args: value, expiresAt. */
export const SET = `${FORGET_AT}
redis.call('SET', KEYS[1], ARGV[1])
redis.call('PEXPIREAT', KEYS[1], forget_at(ARGV[2]))
`;

/** keys: claim; args: owner, now, until. */
export const TAKE = `${FORGET_AT}
local held = redis.call('HMGET', KEYS[1], 'owner', 'until')
if held[1] and held[1] ~= ARGV[1] and tonumber(held[2]) > tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'until', ARGV[3])
redis.call('PEXPIREAT', KEYS[1], forget_at(ARGV[3]))
return 1
`;

/** keys: claim; args: owner. */
export const RELEASE = `
if redis.call('HGET', KEYS[1], 'owner') == ARGV[1] then redis.call('DEL', KEYS[1]) end
`;
