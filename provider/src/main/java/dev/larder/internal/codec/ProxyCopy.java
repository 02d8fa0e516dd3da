package dev.larder.internal.codec;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Copies a dynamic proxy by copying its handler. */
final class ProxyCopy extends CopyPlan {

    @Override
    Object copy(Object value, Trail trail) {
        if (isImmutable(value, trail.copier(), 0)) {
            return value;
        }
        trail.open(value);
        InvocationHandler handler = (InvocationHandler) trail.copy(Proxy.getInvocationHandler(value));
        Class<?> type = value.getClass();
        Object copy = Proxy.newProxyInstance(type.getClassLoader(), type.getInterfaces(), handler);
        trail.close(value, copy);
        return copy;
    }

    @Override
    boolean isImmutable(Object value, StructuralCopier copier, int depth) {
        return copier.isImmutable(Proxy.getInvocationHandler(value), depth + 1);
    }
}
