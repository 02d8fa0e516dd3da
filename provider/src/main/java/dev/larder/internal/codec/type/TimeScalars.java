package dev.larder.internal.codec.type;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.TimeSerializers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The types of {@code java.time}: numbers 20 to 39. Kryo's own serializers write other bytes, except for regions, and
 * lose the offset of a {@code ZonedDateTime}.
 */
final class TimeScalars {
    private TimeScalars() {}

    static List<ScalarType<?>> list() {
        return List.of(
                ScalarType.immutable(20, LocalDate.class, TimeScalars::write, TimeScalars::date),
                ScalarType.immutable(21, LocalTime.class, TimeScalars::write, TimeScalars::time),
                ScalarType.immutable(22, LocalDateTime.class, TimeScalars::write, TimeScalars::dateTime),
                ScalarType.immutable(
                        23,
                        Instant.class,
                        (out, i) -> writeMoment(out, i.getEpochSecond(), i.getNano()),
                        in -> Instant.ofEpochSecond(in.readVarLong(false), in.readVarInt(true))),
                ScalarType.immutable(
                        24,
                        Duration.class,
                        (out, d) -> writeMoment(out, d.getSeconds(), d.getNano()),
                        in -> Duration.ofSeconds(in.readVarLong(false), in.readVarInt(true))),
                ScalarType.immutable(25, Period.class, TimeScalars::write, TimeScalars::period),
                ScalarType.immutable(
                        26,
                        Year.class,
                        (out, y) -> out.writeVarInt(y.getValue(), false),
                        in -> Year.of(in.readVarInt(false))),
                ScalarType.immutable(
                        27,
                        YearMonth.class,
                        (out, y) -> writePair(out, y.getYear(), y.getMonthValue()),
                        in -> YearMonth.of(in.readVarInt(false), in.readByte())),
                ScalarType.immutable(
                        28,
                        MonthDay.class,
                        (out, m) -> writePair(out, m.getMonthValue(), m.getDayOfMonth()),
                        in -> MonthDay.of(in.readVarInt(false), in.readByte())),
                ScalarType.immutable(29, ZoneOffset.class, TimeScalars::write, TimeScalars::offset),
                // The class of regions is not public; this obtains it.
                ScalarType.of(30, ZoneId.of("Europe/London").getClass(), new TimeSerializers.ZoneIdSerializer()),
                ScalarType.immutable(
                        31, OffsetTime.class, TimeScalars::write, in -> OffsetTime.of(time(in), offset(in))),
                ScalarType.immutable(
                        32,
                        OffsetDateTime.class,
                        TimeScalars::write,
                        in -> OffsetDateTime.of(dateTime(in), offset(in))),
                ScalarType.immutable(33, ZonedDateTime.class, TimeScalars::write, TimeScalars::zoned));
    }

    private static void writeMoment(Output out, long seconds, int nanos) {
        out.writeVarLong(seconds, false);
        out.writeVarInt(nanos, true);
    }

    private static void writePair(Output out, int first, int second) {
        out.writeVarInt(first, false);
        out.writeByte(second);
    }

    private static void write(Output out, LocalDate date) {
        out.writeVarLong(date.toEpochDay(), false);
    }

    private static LocalDate date(Input in) {
        return LocalDate.ofEpochDay(in.readVarLong(false));
    }

    private static void write(Output out, LocalTime time) {
        out.writeVarLong(time.toNanoOfDay(), true);
    }

    private static LocalTime time(Input in) {
        return LocalTime.ofNanoOfDay(in.readVarLong(true));
    }

    private static void write(Output out, LocalDateTime moment) {
        write(out, moment.toLocalDate());
        write(out, moment.toLocalTime());
    }

    private static LocalDateTime dateTime(Input in) {
        return LocalDateTime.of(date(in), time(in));
    }

    private static void write(Output out, Period period) {
        out.writeVarInt(period.getYears(), false);
        out.writeVarInt(period.getMonths(), false);
        out.writeVarInt(period.getDays(), false);
    }

    private static Period period(Input in) {
        return Period.of(in.readVarInt(false), in.readVarInt(false), in.readVarInt(false));
    }

    private static void write(Output out, ZoneOffset offset) {
        out.writeVarInt(offset.getTotalSeconds(), false);
    }

    private static ZoneOffset offset(Input in) {
        return ZoneOffset.ofTotalSeconds(in.readVarInt(false));
    }

    private static void write(Output out, OffsetTime time) {
        write(out, time.toLocalTime());
        write(out, time.getOffset());
    }

    private static void write(Output out, OffsetDateTime moment) {
        write(out, moment.toLocalDateTime());
        write(out, moment.getOffset());
    }

    private static void write(Output out, ZonedDateTime moment) {
        write(out, moment.toLocalDateTime());
        write(out, moment.getOffset());
        out.writeString(moment.getZone().getId());
    }

    // The offset is kept as written, since the rules of a zone may differ between JVMs.
    private static ZonedDateTime zoned(Input in) {
        LocalDateTime local = dateTime(in);
        ZoneOffset offset = offset(in);
        return ZonedDateTime.ofInstant(local, offset, ZoneId.of(in.readString()));
    }
}
