-- Has the stamp of a tag stay until a moment at least.
-- KEYS: the stamp. ARGV: how long that is from now, and the moment, in milliseconds.
-- Changes nothing if there is no stamp, or it stays longer, or the user may not do this.
local left = redis.pcall('PTTL', KEYS[1])
if type(left) == 'number' and left ~= -2 and left < tonumber(ARGV[1]) then
  redis.pcall('PEXPIREAT', KEYS[1], ARGV[2])
end
return 0
