-- One decision over requests, tokens and concurrency, all or nothing; Redis's clock is the clock of all nodes.
--
-- KEYS  log      sorted set: r<id> of each admitted request, t<id> of tokens charged late, by their microsecond
--       spent    hash: tokens of each entry of the log, and the totals
--       leases   sorted set: ids in flight, by the microsecond at which they lapse
-- ARGV  id, tokens asked, tokens charged, request limit, token limit, concurrency, window us, lease us
--
-- Answers {violated (1 RPM, 2 TPM, 4 concurrency, 0 admitted), microseconds to wait, token headroom}. An id that was
-- admitted within the window is answered so again, and charged once. An entry counts while now - at < window.
local log, spent, leases = KEYS[1], KEYS[2], KEYS[3]
local id, asked, charged = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local requestLimit, tokenLimit, concurrency = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local window, lease = tonumber(ARGV[7]), tonumber(ARGV[8])

local function whole(number)
  return string.format('%.0f', number)
end

if redis.call('ZSCORE', log, 'r' .. id) then
  return {0, 0, 0}
end

local time = redis.call('TIME')
local totals = redis.call('HMGET', spent, 'requests', 'tokens', 'latest')
local requests, tokens = tonumber(totals[1]) or 0, tonumber(totals[2]) or 0
-- A clock that steps back makes callers wait; it never admits more.
local now = math.max(time[1] * 1000000 + time[2], tonumber(totals[3]) or 0)

local expired = redis.call('ZRANGEBYSCORE', log, '-inf', whole(now - window))
for _, entry in ipairs(expired) do
  tokens = tokens - (tonumber(redis.call('HGET', spent, entry)) or 0)
  redis.call('HDEL', spent, entry)
  if string.sub(entry, 1, 1) == 'r' then
    requests = requests - 1
  end
end
if #expired > 0 then
  redis.call('ZREMRANGEBYSCORE', log, '-inf', whole(now - window))
  redis.call('HSET', spent, 'requests', requests, 'tokens', whole(tokens))
end

-- The first instant, oldest entries leaving first, at which `surplus` of what `weight` counts has left.
local function leaves(surplus, weight)
  local from = 0
  while true do
    local entries = redis.call('ZRANGE', log, from, from + 99, 'WITHSCORES')
    for i = 1, #entries, 2 do
      surplus = surplus - weight(entries[i])
      if surplus <= 0 then
        return tonumber(entries[i + 1]) + window - now
      end
    end
    if #entries == 0 then
      return window
    end
    from = from + 100
  end
end

local violated, wait = 0, 0
if requests >= requestLimit then
  violated = 1
  wait = leaves(requests - requestLimit + 1, function(entry)
    return string.sub(entry, 1, 1) == 'r' and 1 or 0
  end)
end
if tokens + asked > tokenLimit then
  violated = violated + 2
  wait = math.max(wait, leaves(tokens + asked - tokenLimit, function(entry)
    return tonumber(redis.call('HGET', spent, entry)) or 0
  end))
end
if violated == 0 then
  redis.call('ZREMRANGEBYSCORE', leases, '-inf', whole(now))
  if redis.call('ZCARD', leases) >= concurrency then
    violated = 4
  end
end
if violated > 0 then
  return {violated, wait, math.min(tokenLimit - tokens, 9007199254740992)}
end

redis.call('ZADD', log, whole(now), 'r' .. id)
redis.call('HSET', spent, 'r' .. id, charged, 'requests', requests + 1, 'tokens', whole(tokens + charged),
    'latest', whole(now))
redis.call('ZADD', leases, whole(now + lease), id)
local kept = math.ceil(window / 1000) + 1000
redis.call('PEXPIRE', log, kept)
redis.call('PEXPIRE', spent, kept)
redis.call('PEXPIRE', leases, math.ceil(lease / 1000) + 1000)
return {0, 0, 0}
