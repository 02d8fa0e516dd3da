package dev.larder.contract.model;

import dev.larder.LarderConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;

/** The configuration of a cache that is compared with the model. */
public record Scenario(
        Expiry expiry, ListenerMode listenerMode, StoreThrough storeThrough, boolean byReference, boolean tagged) {

    /**
     * Whether the results do not depend on how often user code is called. It matters when a processor's exchange is
     * lost after its value was written through: if the processor then loads again, it finds what it wrote.
     */
    public boolean isRepeatable() {
        return storeThrough != StoreThrough.BOTH;
    }

    /** All combinations, without tags. */
    public static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (Expiry expiry : Expiry.values()) {
            for (ListenerMode listenerMode : ListenerMode.values()) {
                for (StoreThrough storeThrough : StoreThrough.values()) {
                    all.add(new Scenario(expiry, listenerMode, storeThrough, false, false));
                    all.add(new Scenario(expiry, listenerMode, storeThrough, true, false));
                }
            }
        }
        return all;
    }

    /** Some combinations in which entries have tags, from put options and from the tagger. */
    public static List<Scenario> allTagged() {
        List<Scenario> all = new ArrayList<>();
        for (Expiry expiry : List.of(Expiry.ETERNAL, Expiry.ACCESSED, Expiry.CUSTOM, Expiry.ZERO_ON_UPDATE)) {
            for (ListenerMode listenerMode : List.of(ListenerMode.NONE, ListenerMode.OLD_VALUE)) {
                for (StoreThrough storeThrough : List.of(StoreThrough.NEITHER, StoreThrough.READ, StoreThrough.BOTH)) {
                    all.add(new Scenario(expiry, listenerMode, storeThrough, storeThrough == StoreThrough.READ, true));
                }
            }
        }
        return all;
    }

    /** The tags that the configuration gives to an entry. Odd values have none. */
    Set<String> tagsOf(int value) {
        return tagged && value % 2 == 0 ? Set.of(TagCalls.tag(value)) : Set.of();
    }

    MutableConfiguration<String, Integer> configuration(
            SystemOfRecord systemOfRecord, EventLog eventLog, UserCallLog policyCalls) {
        LarderConfiguration<String, Integer> configuration = new LarderConfiguration<String, Integer>()
                .setTypes(String.class, Integer.class)
                .setStoreByValue(!byReference)
                .setStatisticsEnabled(true)
                .setExpiryPolicyFactory(() -> expiry.policy(policyCalls))
                .setReadThrough(storeThrough.reads)
                .setWriteThrough(storeThrough.writes);
        if (tagged) {
            configuration.setTagger((key, value) -> tagsOf(value));
        }
        if (storeThrough.reads) {
            configuration.setCacheLoaderFactory(() -> systemOfRecord);
        }
        if (storeThrough.writes) {
            configuration.setCacheWriterFactory(() -> systemOfRecord);
        }
        for (CacheEntryListenerConfiguration<String, Integer> each : listenerMode.configurations(eventLog)) {
            configuration.addCacheEntryListenerConfiguration(each);
        }
        return configuration;
    }

    @Override
    public String toString() {
        return "expiry " + expiry + ", listener " + listenerMode + ", through " + storeThrough
                + (byReference ? ", by reference" : "") + (tagged ? ", tagged" : "");
    }
}
