package dev.larder.internal.codec;

import java.util.EnumSet;

/** Copies a set of enum constants. */
final class EnumSetCopy extends CopyPlan {

    @Override
    Object copy(Object value, Trail trail) {
        Object copy = ((EnumSet<?>) value).clone();
        trail.put(value, copy);
        return copy;
    }
}
