package dev.larder.internal.codec;

import org.objenesis.instantiator.ObjectInstantiator;
import org.objenesis.strategy.StdInstantiatorStrategy;

/** New objects without a constructor being called, as Java serialisation makes them. */
final class Instances {
    private static final StdInstantiatorStrategy WITHOUT_CONSTRUCTOR = new StdInstantiatorStrategy();

    private Instances() {}

    static ObjectInstantiator<?> of(Class<?> type) {
        return WITHOUT_CONSTRUCTOR.newInstantiatorOf(type);
    }
}
