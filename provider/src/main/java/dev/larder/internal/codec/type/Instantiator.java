package dev.larder.internal.codec.type;

import org.objenesis.instantiator.ObjectInstantiator;
import org.objenesis.strategy.StdInstantiatorStrategy;

/** New objects without a constructor being called, as Java serialisation makes them. */
public final class Instantiator {
    private static final StdInstantiatorStrategy WITHOUT_CONSTRUCTOR = new StdInstantiatorStrategy();

    private Instantiator() {}

    public static ObjectInstantiator<?> of(Class<?> type) {
        return WITHOUT_CONSTRUCTOR.newInstantiatorOf(type);
    }
}
