-- Keeps the leases of requests that are still in flight; one that has lapsed or ended is not brought back.
--
-- KEYS  leases
-- ARGV  lease us, ids
local time = redis.call('TIME')
local lapses = string.format('%.0f', time[1] * 1000000 + time[2] + tonumber(ARGV[1]))
for i = 2, #ARGV do
  redis.call('ZADD', KEYS[1], 'XX', lapses, ARGV[i])
end
redis.call('PEXPIRE', KEYS[1], math.ceil(tonumber(ARGV[1]) / 1000) + 1000)
return 0
