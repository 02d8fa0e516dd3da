-- Extends the lifetime of a tag's stamp.
-- KEYS: the stamp. ARGV: the lifetime from now, and the time at which it ends, both in milliseconds.
-- Changes nothing if there is no stamp, if it already lives longer, or if the ACL forbids it.
-- Always returns 0.
local left = redis.pcall('PTTL', KEYS[1])
if type(left) == 'number' and left ~= -2 and left < tonumber(ARGV[1]) then
  redis.pcall('PEXPIREAT', KEYS[1], ARGV[2])
end
return 0
