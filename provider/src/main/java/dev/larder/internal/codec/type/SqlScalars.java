package dev.larder.internal.codec.type;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.List;

/**
 * The three date types of {@code java.sql}, if that module is present: numbers 55 to 57. Kryo's own serializers write
 * other bytes.
 */
final class SqlScalars {
    private SqlScalars() {}

    static List<ScalarType<?>> list() {
        return ModuleLayer.boot().findModule("java.sql").isPresent() ? Present.list() : List.of();
    }

    private static final class Present {
        static List<ScalarType<?>> list() {
            return List.of(
                    ScalarType.mutable(
                            55,
                            java.sql.Date.class,
                            (out, d) -> out.writeLong(d.getTime()),
                            in -> new java.sql.Date(in.readLong()),
                            d -> new java.sql.Date(d.getTime())),
                    ScalarType.mutable(
                            56,
                            java.sql.Time.class,
                            (out, t) -> out.writeLong(t.getTime()),
                            in -> new java.sql.Time(in.readLong()),
                            t -> new java.sql.Time(t.getTime())),
                    ScalarType.mutable(57, java.sql.Timestamp.class, Present::write, Present::timestamp, t ->
                            (java.sql.Timestamp) t.clone()));
        }

        private static void write(Output out, java.sql.Timestamp moment) {
            out.writeLong(moment.getTime());
            out.writeVarInt(moment.getNanos(), true);
        }

        private static java.sql.Timestamp timestamp(Input in) {
            java.sql.Timestamp moment = new java.sql.Timestamp(in.readLong());
            moment.setNanos(in.readVarInt(true));
            return moment;
        }
    }
}
