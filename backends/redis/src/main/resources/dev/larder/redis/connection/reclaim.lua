-- Frees the records that a clear has left behind.
-- KEYS: the bucket's clear stamp, then some records.
-- Returns the number of freed records.
local seal = string.sub(redis.call('GET', KEYS[1]) or '', 1, 8)
local freed = 0
for i = 2, #KEYS do
  if redis.call('GETRANGE', KEYS[i], 24, 31) ~= seal then
    freed = freed + redis.call('UNLINK', KEYS[i])
  end
end
return freed
