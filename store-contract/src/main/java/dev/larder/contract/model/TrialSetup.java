package dev.larder.contract.model;

import javax.cache.CacheManager;

/**
 * The environment of trials.
 *
 * @param steerable whether the caches use {@code clock}, so that a step can move time forward
 * @param exact whether user code is called exactly as often as necessary; with lost exchanges it may be called again
 */
public record TrialSetup(CacheManager manager, ManualClock clock, boolean steerable, boolean exact) {}
