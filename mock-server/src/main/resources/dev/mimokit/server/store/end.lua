-- The end of an admitted request; a repeat changes nothing.
--
-- KEYS  log, spent, leases, as acquire.lua has them
-- ARGV  id, mode, tokens charged at admission, tokens used, window us
--
-- Mode `correct` replaces the charge, and when it has left the window charges what exceeds it, now: long streams are
-- not free. Mode `add` charges what was used, now. Mode `keep` charges nothing.
local log, spent, leases = KEYS[1], KEYS[2], KEYS[3]
local id, mode, charged, used, window = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])

local function whole(number)
  return string.format('%.0f', number)
end

redis.call('ZREM', leases, id)
if mode == 'keep' then
  return 0
end

local time = redis.call('TIME')
local totals = redis.call('HMGET', spent, 'tokens', 'latest', 'r' .. id)
local tokens = tonumber(totals[1]) or 0
local now = math.max(time[1] * 1000000 + time[2], tonumber(totals[2]) or 0)
local at = redis.call('ZSCORE', log, 'r' .. id)

if mode == 'correct' and at and now - tonumber(at) < window then
  redis.call('HSET', spent, 'r' .. id, used, 'tokens', whole(tokens + used - (tonumber(totals[3]) or 0)))
  return 0
end

local late = mode == 'add' and used or used - charged
if late > 0 and not redis.call('ZSCORE', log, 't' .. id) then
  redis.call('ZADD', log, whole(now), 't' .. id)
  redis.call('HSET', spent, 't' .. id, late, 'tokens', whole(tokens + late), 'latest', whole(now))
  local kept = math.ceil(window / 1000) + 1000
  redis.call('PEXPIRE', log, kept)
  redis.call('PEXPIRE', spent, kept)
end
return 0
