package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.CacheCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;

/** Tests whether a change to a value outside the cache changes the value in the cache. */
public abstract class ValuesContract extends CacheCase {

    @Test
    void byValue_callerChangesWhatItPut_cacheDoesNot() {
        Cache<String, List<String>> cache = cache(lists(true));
        List<String> list = list("one");
        cache.put("a", list);
        list.add("two");
        assertThat(cache.get("a")).containsExactly("one");
        cache.invoke("a", (entry, none) -> {
            entry.setValue(list);
            return null;
        });
        list.add("three");
        assertThat(cache.get("a")).containsExactly("one", "two");
    }

    @Test
    void byValue_callerChangesWhatItGot_cacheDoesNot() {
        Cache<String, List<String>> cache = cache(lists(true));
        cache.put("a", list("one"));
        cache.get("a").add("two");
        cache.getAll(Set.of("a")).values().forEach(each -> each.add("two"));
        cache.iterator().next().getValue().add("two");
        cache.invoke("a", (entry, none) -> entry.getValue().add("two"));
        cache.getAndReplace("a", cache.get("a")).add("two");
        assertThat(cache.get("a")).containsExactly("one");
    }

    @Test
    void byValue_keyChangedAfterwards_cacheKeepsItsOwn() {
        Cache<List<String>, String> cache = cache(new MutableConfiguration<List<String>, String>());
        List<String> key = list("one");
        cache.put(key, "value");
        key.add("two");
        assertThat(cache.get(list("one"))).isEqualTo("value");
        assertThat(cache.containsKey(key)).isFalse();
    }

    @Test
    void byReference_whatIsGot_equalsWhatWasPut() {
        Cache<String, List<String>> cache = cache(lists(false));
        List<String> list = list("one");
        cache.put("a", list);
        assertThat(cache.get("a")).isEqualTo(list);
        assertThat(cache.replace("a", list, list("two"))).isTrue();
        assertThat(cache.get("a")).containsExactly("two");
    }

    private static MutableConfiguration<String, List<String>> lists(boolean byValue) {
        return new MutableConfiguration<String, List<String>>().setStoreByValue(byValue);
    }

    private static List<String> list(String element) {
        List<String> list = new ArrayList<>();
        list.add(element);
        return list;
    }
}
