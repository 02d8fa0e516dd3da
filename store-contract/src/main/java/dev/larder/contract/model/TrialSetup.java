package dev.larder.contract.model;

import javax.cache.CacheManager;

/**
 * Where trials take place.
 *
 * @param steerable whether the caches follow {@code clock}, so that minutes can pass
 * @param exact whether user code is called exactly as often as it must be; where exchanges are lost to others
 *     it may be called again
 */
public record TrialSetup(CacheManager manager, ManualClock clock, boolean steerable, boolean exact) {}
