package dev.larder.contract.model;

import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** A call, in a form for a cache and one for the model. Both return their result in the same form. */
record Call(String name, OfCache real, OfModel ideal) {

    /** A call of a cache. */
    @FunctionalInterface
    interface OfCache {
        @Nullable
        Object on(Cache<String, Integer> cache, Step step) throws Exception;
    }

    /** A call of the model. */
    @FunctionalInterface
    interface OfModel {
        @Nullable
        Object on(Model model, Step step);
    }
}
