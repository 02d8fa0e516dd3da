-- Puts a record, which takes over the expiry of the live record that it replaces.
-- KEYS: the record, the bucket's clear stamp.
-- ARGV: the clear stamp in the new record; the new record; the server's time to live as a time in milliseconds, empty
-- for none, used if there is no live record; the current time in milliseconds; GET to return the previous record, else
-- empty.
-- Returns the stamp and the previous record, false if there was none or GET was not given; 0 if there is no stamp.
local stamp = redis.call('GET', KEYS[2])
if not stamp then
  return 0
end
local seal = string.sub(stamp, 1, 8)
local record = ARGV[2]
if string.sub(ARGV[1], 1, 8) ~= seal then
  record = string.sub(record, 1, 24) .. seal .. string.sub(record, 33)
end
local head = redis.call('GETRANGE', KEYS[1], 0, 31)
local lives = false
if string.sub(head, 25) == seal then
  local high, low = struct.unpack('>i4I4', head, 13)
  lives = high * 4294967296 + low > tonumber(ARGV[4])
end
local set = {'SET', KEYS[1], record}
if lives then
  set[4] = 'KEEPTTL'
elseif ARGV[3] ~= '' then
  set[4] = 'PXAT'
  set[5] = ARGV[3]
end
if ARGV[5] ~= '' then
  set[#set + 1] = ARGV[5]
end
local before = redis.call(unpack(set))
if lives then
  redis.call('SETRANGE', KEYS[1], 12, string.sub(head, 13, 20))
end
return {stamp, ARGV[5] ~= '' and before}
