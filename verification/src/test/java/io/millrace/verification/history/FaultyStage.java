package io.millrace.verification.history;

import io.millrace.streams.wire.Outbound;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;

/**
 * Makes a real stage break its promise: every n-th value that it sends to a topic is lost, or sent twice. Kafka Streams
 * puts it around the stage's own processor ({@code processor.wrapper.class}).
 */
public final class FaultyStage implements ProcessorWrapper {
    static final String PROCESSOR = "faulty.processor";
    static final String SINK = "faulty.sink";
    static final String FAULT = "faulty.fault";
    static final String EVERY = "faulty.every";

    /** What happens to every n-th value. */
    enum Fault {
        NONE,
        LOSES,
        DOUBLES
    }

    private String processor;
    private String sink;
    private Fault fault;
    private int every;

    @Override
    public void configure(Map<String, ?> config) {
        processor = config.get(PROCESSOR).toString();
        sink = config.get(SINK).toString();
        fault = Fault.valueOf(config.get(FAULT).toString());
        every = Integer.parseInt(config.get(EVERY).toString());
    }

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        return name.equals(processor)
                ? ProcessorWrapper.asWrapped(() -> new Faulty<>(supplier.get()))
                : ProcessorWrapper.asWrapped(supplier);
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
        return ProcessorWrapper.asWrappedFixedKey(supplier);
    }

    private final class Faulty<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {
        private final Processor<KIn, VIn, KOut, VOut> stage;
        private int values;

        private Faulty(Processor<KIn, VIn, KOut, VOut> stage) {
            this.stage = stage;
        }

        @Override
        @SuppressWarnings("unchecked")
        public void init(ProcessorContext<KOut, VOut> context) {
            stage.init((ProcessorContext<KOut, VOut>) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessorContext.class},
                    (proxy, method, arguments) -> {
                        Object result = null;
                        for (int i = 0; i < times(method.getName(), arguments); i++) {
                            try {
                                result = method.invoke(context, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                        return result;
                    }));
        }

        @Override
        public void process(Record<KIn, VIn> received) {
            stage.process(received);
        }

        @Override
        public void close() {
            stage.close();
        }

        private int times(String method, Object... arguments) {
            if (!method.equals("forward") || arguments.length < 2 || !sink.equals(arguments[1])) {
                return 1;
            }
            boolean isValue = ((Record<?, ?>) arguments[0]).value() instanceof Outbound.Data<?>;
            if (!isValue || ++values % every != 0) {
                return 1;
            }
            return fault == Fault.LOSES ? 0 : fault == Fault.DOUBLES ? 2 : 1;
        }
    }
}
