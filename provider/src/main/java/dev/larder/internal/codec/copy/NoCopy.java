package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.failure.CodecException;

/** Rejects objects that cannot be copied. */
final class NoCopy extends CopyPlan {

    @Override
    Object copy(Object value, CopyContext copyContext) {
        throw new CodecException("an object of " + value.getClass().getName() + " cannot be copied: it is neither"
                + " serialisable nor made of readable fields; store it by reference, or leave it out of the"
                + " value (transient)");
    }
}
