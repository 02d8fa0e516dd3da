package dev.larder.contract.model;

import java.util.ArrayList;
import java.util.List;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;

/** How a cache is configured that is compared with the model. */
public record Scenario(Expiry expiry, Ears ears, Through through, boolean byReference) {

    /**
     * Whether what follows does not depend on how often user code is called. If a processor's exchange is lost
     * after its value was written through, and it loads again, it finds what it wrote.
     */
    public boolean isRepeatable() {
        return through != Through.BOTH;
    }

    /** All combinations. */
    public static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (Expiry expiry : Expiry.values()) {
            for (Ears ears : Ears.values()) {
                for (Through through : Through.values()) {
                    all.add(new Scenario(expiry, ears, through, false));
                    all.add(new Scenario(expiry, ears, through, true));
                }
            }
        }
        return all;
    }

    MutableConfiguration<String, Integer> configuration(Source source, Recorder recorder, Tally policyCalls) {
        MutableConfiguration<String, Integer> configuration = new MutableConfiguration<String, Integer>()
                .setTypes(String.class, Integer.class)
                .setStoreByValue(!byReference)
                .setStatisticsEnabled(true)
                .setExpiryPolicyFactory(() -> expiry.policy(policyCalls))
                .setReadThrough(through.reads)
                .setWriteThrough(through.writes);
        if (through.reads) {
            configuration.setCacheLoaderFactory(() -> source);
        }
        if (through.writes) {
            configuration.setCacheWriterFactory(() -> source);
        }
        for (CacheEntryListenerConfiguration<String, Integer> each : ears.configurations(recorder)) {
            configuration.addCacheEntryListenerConfiguration(each);
        }
        return configuration;
    }

    @Override
    public String toString() {
        return "expiry " + expiry + ", listener " + ears + ", through " + through
                + (byReference ? ", by reference" : "");
    }
}
