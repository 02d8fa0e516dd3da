package dev.larder.internal.codec.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * The classes of the JDK's general packages that every cache may hold, one by one. They are values, collections, and
 * the classes that Java serialisation writes for these (old hash maps contain locks). Classes that execute, connect,
 * wait for a clock, open files or load classes are excluded. A later JDK does not extend the list.
 */
public final class JdkTypes {
    private JdkTypes() {}

    /** The full names; each includes its nested classes. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        add(names, "java.math", """
                BigDecimal BigInteger MathContext RoundingMode
                """);
        add(names, "java.text", """
                ChoiceFormat CompactNumberFormat DateFormat DateFormatSymbols DecimalFormat
                DecimalFormatSymbols Format MessageFormat NumberFormat SimpleDateFormat
                """);
        add(names, "java.time", """
                DayOfWeek Duration Instant LocalDate LocalDateTime LocalTime Month MonthDay OffsetDateTime
                OffsetTime Period Ser Year YearMonth ZoneId ZoneOffset ZoneRegion ZonedDateTime
                """);
        add(names, "java.time.chrono", """
                AbstractChronology ChronoLocalDate ChronoLocalDateTime ChronoLocalDateTimeImpl ChronoPeriodImpl
                ChronoZonedDateTime ChronoZonedDateTimeImpl Chronology HijrahChronology HijrahDate HijrahEra
                IsoChronology IsoEra JapaneseChronology JapaneseDate JapaneseEra MinguoChronology MinguoDate
                MinguoEra Ser ThaiBuddhistChronology ThaiBuddhistDate ThaiBuddhistEra
                """);
        add(names, "java.time.format", """
                FormatStyle ResolverStyle SignStyle TextStyle
                """);
        add(names, "java.time.temporal", """
                ChronoField ChronoUnit IsoFields JulianFields Temporal TemporalAccessor TemporalAdjuster
                TemporalAmount TemporalField TemporalUnit ValueRange WeekFields
                """);
        add(names, "java.time.zone", """
                Ser ZoneOffsetTransition ZoneOffsetTransitionRule ZoneRules
                """);
        add(names, "java.util", """
                AbstractCollection AbstractList AbstractMap AbstractQueue AbstractSequentialList AbstractSet
                ArrayDeque ArrayList Arrays BitSet Calendar CollSer Collection Collections Comparator
                Comparators Currency Date Deque Dictionary DoubleSummaryStatistics EnumMap EnumSet EventObject
                GregorianCalendar HashMap HashSet Hashtable IdentityHashMap ImmutableCollections
                IntSummaryStatistics JumboEnumSet KeyValueHolder LinkedHashMap LinkedHashSet LinkedList List
                Locale LongSummaryStatistics Map NavigableMap NavigableSet Optional OptionalDouble OptionalInt
                OptionalLong PriorityQueue Properties Queue Random RegularEnumSet Set SimpleTimeZone SortedMap
                SortedSet Stack TimeZone TreeMap TreeSet UUID Vector
                """);
        add(names, "java.util.concurrent", """
                ArrayBlockingQueue BlockingDeque BlockingQueue ConcurrentHashMap ConcurrentLinkedDeque
                ConcurrentLinkedQueue ConcurrentMap ConcurrentNavigableMap ConcurrentSkipListMap
                ConcurrentSkipListSet CopyOnWriteArrayList CopyOnWriteArraySet LinkedBlockingDeque
                LinkedBlockingQueue LinkedTransferQueue PriorityBlockingQueue TimeUnit TransferQueue
                """);
        add(names, "java.util.concurrent.atomic", """
                AtomicBoolean AtomicInteger AtomicIntegerArray AtomicLong AtomicLongArray AtomicReference
                AtomicReferenceArray DoubleAccumulator DoubleAdder LongAccumulator LongAdder Striped64
                """);
        add(names, "java.util.concurrent.locks", """
                AbstractOwnableSynchronizer AbstractQueuedLongSynchronizer AbstractQueuedSynchronizer
                ReentrantLock ReentrantReadWriteLock StampedLock
                """);
        add(names, "java.util.regex", """
                Pattern
                """);
        return names;
    }

    private static void add(List<String> names, String place, String simpleNames) {
        for (String name : simpleNames.strip().split("\\s+", -1)) {
            names.add(place + '.' + name);
        }
    }
}
