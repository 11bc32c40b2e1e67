package io.millrace.flink.upgrade;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.flink.bars.BarsIndicatorsJob;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.trades.InstrumentState;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.PojoField;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A break on purpose: the guard against it must be seen to work. */
class RetypedStateTest {
    private static final Release FIRST = new Release(1);

    @ParameterizedTest
    @ValueSource(strings = {"hashmap", "rocksdb"})
    void savepointIsRefusedWhenAFieldOfStateHasAnotherType(String stateBackend) throws Exception {
        var rest = FIRST.rest(GoldenMarket.TRADES);
        var run = new JobRun(FIRST, BarsIndicatorsJob.NAME, 1, RetypedStateTest::records)
                .on(stateBackend)
                .from(FIRST.of(BarsIndicatorsJob.NAME).resolve("savepoint"))
                .ignoringUnclaimedState();

        assertThatThrownBy(() -> run.toEnd(Map.of(GoldenMarket.TRADES, rest), List.of()))
                .hasStackTraceContaining("StateMigrationException")
                .hasStackTraceContaining("must not be incompatible");
    }

    private static DataStream<KafkaRecord> records(JobParts parts) {
        return parts.input(GoldenMarket.TRADES)
                .keyBy(KafkaRecord::keyText, Types.STRING)
                .process(new Retyped(), TypeInformation.of(KafkaRecord.class))
                .uid("trades");
    }

    /** Reads the first operator's state as if the number of the last trade had become a text. */
    private static final class Retyped extends KeyedProcessFunction<String, KafkaRecord, KafkaRecord> {
        private static final long serialVersionUID = 1;

        private transient ValueState<InstrumentState> state;

        @Override
        public void open(OpenContext context) throws Exception {
            var retyped = new PojoTypeInfo<>(
                    InstrumentState.class,
                    List.of(
                            new PojoField(InstrumentState.class.getField("sequence"), Types.STRING),
                            new PojoField(
                                    InstrumentState.class.getField("timeline"),
                                    TypeInformation.of(InstrumentState.class
                                            .getField("timeline")
                                            .getType()))));
            state = getRuntimeContext().getState(new ValueStateDescriptor<>("instrument", retyped));
        }

        @Override
        public void processElement(KafkaRecord record, Context context, Collector<KafkaRecord> out) throws Exception {
            if (state.value() != null) {
                out.collect(record);
            }
        }
    }
}
