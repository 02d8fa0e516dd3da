-- Gives live records another expiry, and a version that goes with it.
-- KEYS: the cache's stamp, then the records.
-- ARGV: the time now; version and expiry, 16 bytes; until when to keep the records, empty for ever.
-- Gives how many were touched. A server that is full takes no change; then they stay as they are.
local stamp = redis.call('GET', KEYS[1])
local seal = stamp and string.sub(stamp, 1, 8)
local touched = 0
for i = 2, #KEYS do
  local head = redis.call('GETRANGE', KEYS[i], 0, 31)
  if seal and string.sub(head, 25) == seal then
    local high, low = struct.unpack('>i4I4', head, 13)
    if high * 4294967296 + low > tonumber(ARGV[1]) then
      local done = redis.pcall('SETRANGE', KEYS[i], 4, ARGV[2])
      if type(done) == 'number' then
        if ARGV[3] == '' then
          redis.call('PERSIST', KEYS[i])
        else
          redis.call('PEXPIREAT', KEYS[i], ARGV[3])
        end
        touched = touched + 1
      end
    end
  end
end
return touched
