package dev.larder.contract.model;

import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** A call, as it is made to a cache and to the model; both give the result in the same form. */
record Call(String name, OfCache real, OfModel ideal) {

    /** A call to a cache. */
    @FunctionalInterface
    interface OfCache {
        @Nullable
        Object on(Cache<String, Integer> cache, Step step) throws Exception;
    }

    /** A call to the model. */
    @FunctionalInterface
    interface OfModel {
        @Nullable
        Object on(Model model, Step step);
    }
}
