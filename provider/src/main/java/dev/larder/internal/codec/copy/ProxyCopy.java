package dev.larder.internal.codec.copy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Copies a dynamic proxy, which Kryo cannot do, by copying its handler. */
final class ProxyCopy extends CopyPlan {

    @Override
    Object copy(Object value, CopyContext copyContext) {
        if (isImmutable(value, copyContext.copier(), 0)) {
            return value;
        }
        copyContext.open(value);
        InvocationHandler handler = (InvocationHandler) copyContext.copy(Proxy.getInvocationHandler(value));
        Class<?> type = value.getClass();
        Object copy = Proxy.newProxyInstance(type.getClassLoader(), type.getInterfaces(), handler);
        copyContext.close(value, copy);
        return copy;
    }

    @Override
    boolean isImmutable(Object value, StructuralCopier copier, int depth) {
        return copier.isImmutable(Proxy.getInvocationHandler(value), depth + 1);
    }
}
