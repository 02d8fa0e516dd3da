package dev.larder.internal.management;

import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registration of one bean on the platform's MBean server. Failures are logged, not thrown: a cache must not fail
 * because of JMX. Not thread-safe.
 */
final class BeanRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(BeanRegistration.class);

    private final Object bean;
    private final ObjectName plain;
    private @Nullable ObjectName held;

    BeanRegistration(Object bean, ObjectName plain) {
        this.bean = bean;
        this.plain = plain;
    }

    /** Registers or unregisters the bean; does nothing if that is its state already. */
    void set(boolean registered) {
        try {
            if (registered && held == null) {
                held = register(ManagementFactory.getPlatformMBeanServer());
            } else if (!registered && held != null) {
                unregister(ManagementFactory.getPlatformMBeanServer(), held);
            }
        } catch (JMException | RuntimeException failure) {
            LOG.warn("JMX bean {} could not be {}", plain, registered ? "registered" : "unregistered", failure);
        }
    }

    // The same manager and cache may exist in another class loader; both must be visible.
    private ObjectName register(MBeanServer server) throws JMException {
        ObjectName name = plain;
        for (int instance = 2; ; instance++) {
            try {
                server.registerMBean(bean, name);
                return name;
            } catch (InstanceAlreadyExistsException taken) {
                name = BeanNames.instance(plain, instance);
            }
        }
    }

    private void unregister(MBeanServer server, ObjectName name) throws JMException {
        held = null;
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException gone) {
            LOG.debug("JMX bean {} was already unregistered by other code", name);
        }
    }
}
