-- Replaces a record if it still has the expected version.
-- KEYS: the record, the bucket's clear stamp.
-- ARGV: the clear stamp in the new record; the expected version, empty for no entry; the new record, empty to remove;
-- the server's time to live as a time in milliseconds, empty for none; optionally a change event to publish if the
-- exchange succeeds, and its channel.
-- A clear stamp is 8 bytes, and a ninth if entries may have lifetimes of their own.
-- Returns the stamp if the exchange succeeded; the stamp and the record found if not; 0 if there is no stamp.
local stamp = redis.call('GET', KEYS[2])
if not stamp then
  return 0
end
local seal = string.sub(stamp, 1, 8)
local head = redis.call('GETRANGE', KEYS[1], 0, 31)
local found = ''
if string.sub(head, 25) == seal then
  found = string.sub(head, 5, 12)
end
if found ~= ARGV[2] then
  return {stamp, found ~= '' and redis.call('GET', KEYS[1])}
end
local record = ARGV[3]
if record ~= '' and string.sub(ARGV[1], 1, 8) ~= seal then
  record = string.sub(record, 1, 24) .. seal .. string.sub(record, 33)
end
if record == '' then
  redis.call('UNLINK', KEYS[1])
elseif ARGV[4] == '' then
  redis.call('SET', KEYS[1], record)
else
  redis.call('SET', KEYS[1], record, 'PXAT', ARGV[4])
end
if ARGV[6] then
  redis.pcall('PUBLISH', ARGV[6], ARGV[5])
end
return stamp
