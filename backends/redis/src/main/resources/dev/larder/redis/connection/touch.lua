-- Gives live records a new expiry and a new version.
-- KEYS: the bucket's clear stamp, then the records.
-- ARGV: the current time in milliseconds; version and expiry, 16 bytes; the server's time to live as a time in
-- milliseconds, empty for none.
-- Returns the number of changed records. A server that is out of memory accepts no change; the records then stay as
-- they are.
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
