-- Marks a cache's stamp: from now on entries may have lifetimes of their own.
-- KEYS: the cache's stamp. ARGV: a fresh stamp, for a cache that has none.
-- Gives the stamp, which is marked.
local stamp = redis.call('GET', KEYS[1])
if not stamp then
  stamp = ARGV[1]
end
if #stamp == 8 then
  stamp = stamp .. '+'
  redis.call('SET', KEYS[1], stamp)
end
return stamp
