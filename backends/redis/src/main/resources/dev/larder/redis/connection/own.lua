-- Marks a bucket's clear stamp: from now on entries may have lifetimes of their own.
-- KEYS: the clear stamp. ARGV: a fresh stamp, used if there is none.
-- Returns the marked stamp.
local stamp = redis.call('GET', KEYS[1])
if not stamp then
  stamp = ARGV[1]
end
if #stamp == 8 then
  stamp = stamp .. '+'
  redis.call('SET', KEYS[1], stamp)
end
return stamp
