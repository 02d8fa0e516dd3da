package dev.larder.internal.codec.type;

import org.objenesis.instantiator.ObjectInstantiator;
import org.objenesis.strategy.StdInstantiatorStrategy;

/**
 * Creates objects without calling a constructor, as Java serialisation does. Kryo's own strategy prefers a constructor
 * without arguments.
 */
public final class Instantiator {
    private static final StdInstantiatorStrategy WITHOUT_CONSTRUCTOR = new StdInstantiatorStrategy();

    private Instantiator() {}

    public static ObjectInstantiator<?> of(Class<?> type) {
        return WITHOUT_CONSTRUCTOR.newInstantiatorOf(type);
    }
}
